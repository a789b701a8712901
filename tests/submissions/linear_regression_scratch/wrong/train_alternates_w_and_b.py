# caught by: test_train_follows_gradient_descent
# Moves w first and computes the gradient of b afterwards, with the new w.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            for p in [w, b]:
                w.grad = b.grad = None
                squared_loss(linreg(X, w, b), y).sum().backward()
                sgd([p], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
