# caught by: test_train_follows_gradient_descent
# misconception: uses_the_notebooks_houses
# Its parameters are X and y, and the code below still says features and labels.
def train(w, b, X, y, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
