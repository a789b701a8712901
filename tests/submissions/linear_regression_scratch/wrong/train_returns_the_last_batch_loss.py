# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_the_last_batch
# Reports the loss of the last batch, from before its step, instead of all data.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y)
            l.sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(l.mean().item())
    return losses
