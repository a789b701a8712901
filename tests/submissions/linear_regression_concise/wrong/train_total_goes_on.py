# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: never_resets_the_total
# Sets total and count to zero once, above both loops.
def train(net, loss, optimizer, data, num_epochs):
    losses, total, count = [], 0.0, 0
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.reshape(-1, 1)).item() * len(y)
                count += len(y)
        losses.append(total / count)
    return losses
