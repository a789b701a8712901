# caught by: test_train_follows_gradient_descent
# misconception: trains_other_tensors
# Trains copies, so that the caller's w and b never change.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    w = w.detach().clone().requires_grad_(True)
    b = b.detach().clone().requires_grad_(True)
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
