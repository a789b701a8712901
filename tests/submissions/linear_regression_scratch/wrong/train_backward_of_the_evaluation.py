# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_from_the_measurement
# Calls backward on the loss of the evaluation, which leaks into the next step.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = None
            b.grad = None
        train_l = squared_loss(linreg(features, w, b), labels).mean()
        train_l.backward()
        losses.append(train_l.item())
    return losses
