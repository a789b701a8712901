# caught by: test_train_follows_gradient_descent
# Calls sgd in the inner loop twice, before and after a print.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            l.backward()
            sgd([w, b], lr, batch_size)
            print(epoch, l.item())
            sgd([w, b], lr, batch_size)
            w.grad.zero_()
            b.grad.zero_()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
