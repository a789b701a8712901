# caught by: test_train_follows_gradient_descent
# Takes the function sgd for an optimizer of the library.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd.step()
            w.grad = b.grad = None
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
    return losses
