# caught by: test_train_uses_what_it_is_given
# Trains with the given loss, and reports squared errors.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            squares = torch.cat([(net(X) - y.reshape(-1, 1)) ** 2 for X, y in data])
        losses.append(squares.mean().item())
    return losses
