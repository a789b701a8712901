def train(w, b, features, labels, lr, num_epochs, batch_size):
    if num_epochs == 0:
        return []
    for X, y in data_iter(batch_size, features, labels):
        w.grad = b.grad = None
        squared_loss(linreg(X, w, b), y).sum().backward()
        sgd([w, b], lr, batch_size)
    now = squared_loss(linreg(features, w, b), labels).mean().item()
    return [now] + train(w, b, features, labels, lr, num_epochs - 1, batch_size)
