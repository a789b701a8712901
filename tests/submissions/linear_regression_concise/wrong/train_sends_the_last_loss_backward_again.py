# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_twice
# Sends the loss of the last batch backward again when the epoch is over.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            l = loss(net(X), y.reshape(-1, 1))
            l.backward()
            optimizer.step()
        l.backward()
        losses.append(l.item())
    return losses
