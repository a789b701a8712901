# caught by: test_train_uses_what_it_is_given
# Clears the state of the optimiser, which is the caller's: "whatever … is given is used".
def train(net, loss, optimizer, data, num_epochs):
    optimizer.state.clear()
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
    return losses
