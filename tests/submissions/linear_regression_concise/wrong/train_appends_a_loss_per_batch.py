# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_a_loss_for_every_batch
# Appends in the inner loop.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            losses.append(l.item())
    return losses
