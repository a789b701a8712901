# caught by: test_train_follows_gradient_descent
# Gives up after five epochs.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total, count = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.reshape(-1, 1)).item() * len(y)
                count += len(y)
        losses.append(total / count)
        if epoch == 4:
            break
    return losses
