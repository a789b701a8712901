# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: measures_all_predictions_with_all_labels
# Measures with a loss of its own, in which flat labels meet a column.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        errors = (linreg(features, w, b) - labels).detach()
        losses.append((errors**2 / 2).mean().item())
    return losses
