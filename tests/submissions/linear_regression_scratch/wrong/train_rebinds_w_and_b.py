# caught by: test_train_follows_gradient_descent
# misconception: rebinds_w_and_b
# Writes the step as w = w - ..., which makes new tensors whose gradient is None.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            w = w - lr * w.grad / batch_size
            b = b - lr * b.grad / batch_size
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
