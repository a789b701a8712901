# caught by: test_train_returns_the_loss_of_every_epoch
# Weighs a short last batch like a full one: "weighted by the number of its rows".
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total = count = 0
        with torch.no_grad():
            for X, y in data:
                n = getattr(data, "batch_size", None) or len(y)
                total += loss(net(X), y.reshape(-1, 1)).item() * n
                count += n
        losses.append(total / count)
    return losses
