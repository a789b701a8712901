# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: weighs_all_batches_by_one_number
# Takes every batch to be as long as the first.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        batch_size = len(next(iter(data))[1])
        with torch.no_grad():
            total = sum(loss(net(X), y.reshape(-1, 1)).item() * batch_size for X, y in data)
        losses.append(total / sum(len(y) for _, y in data))
    return losses
