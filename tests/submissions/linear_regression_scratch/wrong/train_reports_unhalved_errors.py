# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_another_half
# Reports the mean squared error, without the half that squared_loss has.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        error = linreg(features, w, b) - labels.view(-1, 1)
        losses.append((error ** 2).mean().item())
    return losses
