# caught by: test_train_follows_gradient_descent
# Writes brackets behind w.grad.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            w.grad().zero_()
            sgd([w, b], lr, batch_size)
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
    return losses
