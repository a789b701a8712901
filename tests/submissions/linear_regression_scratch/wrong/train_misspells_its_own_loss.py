# caught by: test_train_follows_gradient_descent
# Gives the loss one name and calls backward on another.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            L = squared_loss(linreg(X, w, b), y).sum()
            loss.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
    return losses
