# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_a_loss_for_every_batch
# Appends a loss for each batch instead of each epoch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            l.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            losses.append(l.item() / len(X))
    return losses
