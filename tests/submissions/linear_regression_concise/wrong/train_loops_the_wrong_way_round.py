# caught by: test_train_follows_gradient_descent
# misconception: swaps_the_two_loops
# Trains on each batch for all the epochs before the next one comes.
def train(net, loss, optimizer, data, num_epochs):
    losses = [0.0] * num_epochs
    for X, y in data:
        for epoch in range(num_epochs):
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
            with torch.no_grad():
                s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
            losses[epoch] = s / sum(len(y) for _, y in data)
    return losses
