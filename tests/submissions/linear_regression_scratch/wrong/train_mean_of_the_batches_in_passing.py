# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: averages_during_the_epoch
# Averages the mean losses of the batches, with statistics, after their steps.
import statistics


def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        in_passing = []
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            in_passing.append(squared_loss(linreg(X, w, b), y).mean().item())
        losses.append(statistics.fmean(in_passing))
    return losses
