# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_twice
# Takes the loss of all rows before the loops, and sends it backward for every batch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    total = squared_loss(linreg(features, w, b), labels).sum()
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            total.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
