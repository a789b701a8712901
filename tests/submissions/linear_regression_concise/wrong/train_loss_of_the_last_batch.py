# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: reports_the_last_batch
# Reports the loss of the last batch, as it came by.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            l = loss(net(X), y.view(-1, 1))
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
        losses.append(l.item())
    return losses
