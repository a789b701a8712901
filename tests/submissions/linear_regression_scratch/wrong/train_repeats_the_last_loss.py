# caught by: test_train_returns_the_loss_of_every_epoch
# Collects the parameters of every epoch, but not copies of them, and measures at the end.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    moments = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        moments.append((w, b))
    return [squared_loss(linreg(features, *m), labels).mean().item() for m in moments]
