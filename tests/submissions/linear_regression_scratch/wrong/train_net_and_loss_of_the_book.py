# caught by: test_train_follows_gradient_descent
# misconception: calls_the_parts_by_other_names
# Calls net and loss, for which the book has defined two names before.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = loss(net(X, w, b), y).sum()
            l.backward()
            sgd([w, b], lr, batch_size)
            w.grad.data.zero_()
            b.grad.data.zero_()
        losses.append(loss(net(features, w, b), labels).mean().item())
    return losses
