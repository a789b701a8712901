# caught by: test_train_follows_gradient_descent
# misconception: steps_without_a_gradient
# Calls sgd before backward, in the first batch without any gradient.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            y_hat = linreg(X, w, b)
            sgd([w, b], lr, batch_size)
            squared_loss(y_hat, y).sum().backward()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
