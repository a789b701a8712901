# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: never_resets_the_total
# Sets the total to zero once, before the first epoch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses, total = [], 0.0
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        with torch.no_grad():
            for X, y in zip(features.split(4), labels.split(4)):
                total += squared_loss(linreg(X, w, b), y).sum().item()
        losses.append(total / len(features))
    return losses
