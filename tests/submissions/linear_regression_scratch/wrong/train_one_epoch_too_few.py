# caught by: test_train_follows_gradient_descent
# misconception: trains_one_epoch_too_few
# Counts the epochs from one and stops before the last.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(1, num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
