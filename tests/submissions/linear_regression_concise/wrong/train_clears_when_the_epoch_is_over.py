# caught by: test_train_follows_gradient_descent
# misconception: clears_the_gradients_once_an_epoch
# Clears the net after the inner loop.
def train(net, loss, optimizer, data, num_epochs):
    net.zero_grad()
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            l.backward()
            optimizer.step()
        net.zero_grad()
        total, n = 0.0, 0
        for X, y in data:
            total += loss(net(X), y.reshape(-1, 1)).item() * len(X)
            n += len(X)
        losses.append(total / n)
    return losses
