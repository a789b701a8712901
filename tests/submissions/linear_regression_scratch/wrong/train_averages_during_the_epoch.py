# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: averages_during_the_epoch
# Averages the losses seen during the epoch, each from before its step.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        total, n = 0.0, 0
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            l.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            total += l.item()
            n += len(X)
        losses.append(total / n)
    return losses
