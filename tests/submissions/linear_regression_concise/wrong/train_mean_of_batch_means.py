# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: counts_all_batches_alike
# Gives a short batch the weight of a full one.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            means = [loss(net(X), y.reshape(-1, 1)).item() for X, y in data]
        losses.append(sum(means) / len(means))
    return losses
