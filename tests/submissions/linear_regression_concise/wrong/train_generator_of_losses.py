# caught by: test_train_follows_gradient_descent
# misconception: yields_the_losses
# Yields a loss an epoch, so that a call trains nothing.
def train(net, loss, optimizer, data, num_epochs):
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        yield s / sum(len(y) for _, y in data)
