# caught by: test_train_returns_the_loss_of_every_epoch
# Ends when the loss is infinite.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        with torch.no_grad():
            l = squared_loss(linreg(features, w, b), labels).mean().item()
        losses.append(l)
        if not np.isfinite(losses[-1]): break
    return losses
