# caught by: test_train_trains_in_place
# misconception: leaves_the_network_frozen
# Leaves the parameters frozen.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        net.requires_grad_(True)
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        net.requires_grad_(False)
        pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
    return losses
