# caught by: test_train_follows_gradient_descent
# misconception: never_takes_a_step
# Computes gradients and clears them, and never calls sgd.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            w.grad.zero_()
            b.grad.zero_()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
