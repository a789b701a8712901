# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_another_half
# Reports the loss of the first notebook, with the half in it.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data) / 2)
    return losses
