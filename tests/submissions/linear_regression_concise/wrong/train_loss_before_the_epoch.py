# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: measures_before_the_epoch
# Measures before the steps of an epoch.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
    return losses
