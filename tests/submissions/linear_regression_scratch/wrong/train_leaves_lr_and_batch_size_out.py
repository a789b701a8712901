# caught by: test_train_follows_gradient_descent
# misconception: has_other_parameters
# Has no parameters for the learning rate and for the batch size.
def train(w, b, features, labels, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(10, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], 0.03, 10)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
