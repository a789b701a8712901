# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: measures_before_the_epoch
# Computes the loss before the epoch instead of after it.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
    return losses
