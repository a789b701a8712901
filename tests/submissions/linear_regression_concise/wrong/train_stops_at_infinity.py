# caught by: test_train_returns_the_loss_of_every_epoch
# Stops when the loss is no number any more: there is one for each epoch.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total, count = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.reshape(-1, 1)).item() * len(y)
                count += len(y)
        losses.append(total / count)
        if not np.isfinite(losses[-1]):
            break
    return losses
