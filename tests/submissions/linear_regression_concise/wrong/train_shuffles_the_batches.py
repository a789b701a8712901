# caught by: test_train_follows_gradient_descent
# Takes the batches in an order of its own.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        batches = list(data)
        random.shuffle(batches)
        for X, y in batches:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in batches)
        losses.append(s / sum(len(y) for _, y in batches))
    return losses
