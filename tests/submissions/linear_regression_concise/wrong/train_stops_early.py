# caught by: test_train_follows_gradient_descent
# misconception: stops_when_it_seems_good_enough
# Stops as soon as the loss has not fallen.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
        if len(losses) > 1 and losses[-1] >= losses[-2]:
            break
    return losses
