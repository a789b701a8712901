# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_from_the_measurement
# Calls backward when measuring, and clears too late.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    optimizer.zero_grad()
    for _ in range(num_epochs):
        for X, y in data:
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
            optimizer.zero_grad()
        total, n = 0.0, 0
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            l.backward()
            total += l.item() * len(y)
            n += len(y)
        losses.append(total / n)
    return losses
