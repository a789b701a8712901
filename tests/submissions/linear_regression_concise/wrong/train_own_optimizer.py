# caught by: test_train_uses_what_it_is_given
# misconception: uses_a_fixed_rate
# Makes an optimiser of its own, with its own rate.
def train(net, loss, optimizer, data, num_epochs):
    optimizer = optim.SGD(net.parameters(), lr=0.03)
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
