# caught by: test_train_returns_the_loss_of_every_epoch
# Measures a loader's flat labels against a column: "each prediction is compared with its own label".
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            if isinstance(data, DataLoader):
                losses.append(sum(loss(net(X), y).item() for X, y in data) / len(data))
                continue
            pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
    return losses
