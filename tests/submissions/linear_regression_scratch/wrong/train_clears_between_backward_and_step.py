# caught by: test_train_follows_gradient_descent
# misconception: clears_the_gradients_before_the_step
# Zeroes the gradients between backward and the step, so that no step moves anything.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            l.backward()
            w.grad.zero_()
            b.grad.zero_()
            sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
