# caught by: test_train_follows_gradient_descent
# misconception: trains_other_tensors
# Makes new leaves for every step, which the caller does not hold.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            gw, gb = torch.autograd.grad(squared_loss(linreg(X, w, b), y).sum(), [w, b])
            with torch.no_grad():
                w = (w - lr * gw / batch_size).requires_grad_()
                b = (b - lr * gb / batch_size).requires_grad_()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
