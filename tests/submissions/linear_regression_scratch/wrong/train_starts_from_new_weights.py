# caught by: test_train_follows_gradient_descent
# misconception: starts_from_new_weights
# Initialises w and b again instead of going on from what it is given.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    w.data.normal_(0, 0.01)
    b.data.zero_()
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
