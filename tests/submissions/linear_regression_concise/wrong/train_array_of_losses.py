# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: returns_one_array
# Fills an array with the losses.
def train(net, loss, optimizer, data, num_epochs):
    losses = np.zeros(num_epochs)
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses[epoch] = s / sum(len(y) for _, y in data)
    return losses
