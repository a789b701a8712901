# caught by: test_train_trains_in_place
# misconception: leaves_the_network_frozen
# Switches gradients off for good, in order to measure.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        net.requires_grad_(True)
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        net.requires_grad_(False)
        s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
