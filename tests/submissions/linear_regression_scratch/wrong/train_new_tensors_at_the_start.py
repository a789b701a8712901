# caught by: test_train_follows_gradient_descent
# misconception: starts_from_new_weights
# Makes its own w and b, as the last section of the notebook does.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    w = torch.normal(0, 0.01, size=w.shape, dtype=features.dtype, device=features.device)
    b = torch.zeros(1, dtype=features.dtype, device=features.device)
    w.requires_grad_()
    b.requires_grad_()
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
