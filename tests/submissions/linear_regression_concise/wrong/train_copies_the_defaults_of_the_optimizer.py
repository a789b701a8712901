# caught by: test_train_uses_what_it_is_given
# misconception: steps_without_the_given_optimizer
# Makes an SGD of its own with the first rate of the given one.
def train(net, loss, optimizer, data, num_epochs):
    own = optim.SGD(net.parameters(), lr=optimizer.param_groups[0]["lr"])
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            own.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            own.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
