# caught by: test_train_follows_gradient_descent
# Takes a small step after each row instead of one for the batch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            for i in range(len(X)):
                l = squared_loss(linreg(X[i:i + 1], w, b), y[i:i + 1])
                l.sum().backward()
                sgd([w, b], lr, batch_size)
                w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
