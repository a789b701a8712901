# caught by: test_train_follows_gradient_descent
# misconception: uses_up_its_batches
# Makes one iterator for all epochs, and only the first has batches.
def train(net, loss, optimizer, data, num_epochs):
    batches = iter(data)
    losses = []
    for _ in range(num_epochs):
        for X, y in batches:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
