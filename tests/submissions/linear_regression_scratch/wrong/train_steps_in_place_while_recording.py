# caught by: test_train_follows_gradient_descent
# misconception: steps_while_autograd_records
# Steps by hand and without no_grad.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            w -= lr * w.grad / batch_size
            b -= lr * b.grad / batch_size
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
