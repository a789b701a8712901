# caught by: test_train_follows_gradient_descent
# misconception: rebinds_w_and_b
# Makes new tensors with the step, and clears their gradients, which they do not have.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            w = w - lr / batch_size * w.grad
            b = b - lr / batch_size * b.grad
            w.grad.zero_()
            b.grad.zero_()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
