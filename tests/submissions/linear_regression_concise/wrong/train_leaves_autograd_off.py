# caught by: test_train_trains_in_place
# misconception: leaves_autograd_switched_off
# Switches the recording off to measure, and on again only for the next epoch.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        torch.set_grad_enabled(True)
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        torch.set_grad_enabled(False)
        s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
