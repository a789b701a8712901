# caught by: test_train_follows_gradient_descent
# misconception: steps_without_a_gradient
# Computes the loss and goes on to the step.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            sgd([w, b], lr, batch_size)
            w.grad.data.zero_()
            b.grad.data.zero_()
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
