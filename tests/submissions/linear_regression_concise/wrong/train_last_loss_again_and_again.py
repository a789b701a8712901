# caught by: test_train_returns_the_loss_of_every_epoch
# Multiplies a list with one loss by the number of epochs.
def train(net, loss, optimizer, data, num_epochs):
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
    with torch.no_grad():
        s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
    return [s / sum(len(y) for _, y in data)] * num_epochs
