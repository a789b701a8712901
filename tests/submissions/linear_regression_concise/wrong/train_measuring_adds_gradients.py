# caught by: test_train_measures_without_a_trace
# misconception: goes_backward_from_the_measurement
# Steps rightly, but leaves the gradients of the measurement behind.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total, n = 0.0, 0
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            l.backward()
            total += l.item() * len(y)
            n += len(y)
        losses.append(total / n)
    return losses
