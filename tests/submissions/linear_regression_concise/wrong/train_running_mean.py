# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: averages_during_the_epoch
# Averages the losses during the epoch, each from before its step.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            total += l.item() * len(y)
            n += len(y)
        losses.append(total / n)
    return losses
