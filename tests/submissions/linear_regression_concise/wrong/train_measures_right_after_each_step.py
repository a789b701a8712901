# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: averages_during_the_epoch
# Measures each batch after its own step, not after the epoch.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for X, y in data:
            y = y.reshape(-1, 1)
            optimizer.zero_grad()
            loss(net(X), y).backward()
            optimizer.step()
            with torch.no_grad():
                total += loss(net(X), y).item() * len(y)
            n += len(y)
        losses.append(total / n)
    return losses
