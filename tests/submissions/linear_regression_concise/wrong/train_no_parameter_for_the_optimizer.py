# caught by: test_train_follows_gradient_descent
# misconception: has_other_parameters
# Makes its own optimiser and has no parameter for one.
def train(net, loss, data, num_epochs):
    optimizer = optim.SGD(net.parameters(), lr=0.015)
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
