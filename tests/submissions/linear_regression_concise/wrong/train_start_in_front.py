# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_the_start_as_well
# Measures once before the first epoch and keeps that.
def train(net, loss, optimizer, data, num_epochs):
    def measure():
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        return s / sum(len(y) for _, y in data)

    losses = [measure()]
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        losses.append(measure())
    return losses
