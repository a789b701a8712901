def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            total = squared_loss(linreg(X, w, b), y).sum()
            w.grad, b.grad = torch.autograd.grad(total, [w, b])
            sgd([w, b], lr, batch_size)
        whole = squared_loss(linreg(features, w.detach(), b.detach()), labels)
        losses.append(whole.mean().item())
    return losses
