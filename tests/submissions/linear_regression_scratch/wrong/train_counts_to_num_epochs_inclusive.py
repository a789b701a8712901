# caught by: test_train_follows_gradient_descent
# misconception: trains_one_epoch_too_many
# Compares with <=, and so has one epoch more.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses, epoch = [], 0
    while epoch <= num_epochs:
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
        epoch += 1
    return losses
