# caught by: test_train_follows_gradient_descent
# misconception: clears_the_gradients_before_the_step
# Sets .grad to None right after backward, so that sgd finds None.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            l.backward()
            w.grad, b.grad = None, None
            sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
