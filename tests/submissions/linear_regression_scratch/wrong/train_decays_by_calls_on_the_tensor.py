# caught by: test_train_follows_gradient_descent
# Counts its calls on the tensor w and lowers the rate.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    w.calls = getattr(w, "calls", 0) + 1
    lr = lr / w.calls
    out = []
    for e in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        out.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return out
