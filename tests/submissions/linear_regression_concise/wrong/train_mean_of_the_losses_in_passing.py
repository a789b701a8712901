# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: averages_during_the_epoch
# Averages the losses of the batches with NumPy, as they came by.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        passing = []
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            passing.append(l.item())
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
        losses.append(float(np.mean(passing)))
    return losses
