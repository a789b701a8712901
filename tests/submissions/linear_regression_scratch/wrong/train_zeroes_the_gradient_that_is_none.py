# caught by: test_train_follows_gradient_descent
# misconception: clears_gradients_that_are_not_there
# Begins each batch with zero_(), also the first one, where .grad is None.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            w.grad.zero_()
            b.grad.zero_()
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
