# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: stops_when_it_seems_good_enough
# Stops when the loss is small: "a list of num_epochs Python floats".
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
        if losses[-1] < 1e-6:
            break
    return losses
