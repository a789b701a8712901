# caught by: test_train_follows_gradient_descent
# A rate of 0 is taken for no rate at all.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    lr = lr or 0.03
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
    return losses
