# caught by: test_train_follows_gradient_descent
# misconception: calls_sgd_with_two_arguments
# Takes the mean in the loss and gives sgd two arguments, as later editions do.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).mean()
            l.backward()
            sgd([w, b], lr)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
