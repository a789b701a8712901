# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: counts_all_batches_alike
# Lets a tensor take the mean of the batches' losses.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        means = torch.stack([loss(net(X), y.reshape(-1, 1)) for X, y in data])
        losses.append(means.mean().item())
    return losses
