# caught by: test_train_reaches_the_noise_floor
# Turns the net into double precision: its parameters are "updated in place, by optimizer", and nothing else.
def train(net, loss, optimizer, data, num_epochs):
    net.double()
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X.double()), y.double().reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            pairs = [(loss(net(X.double()), y.double().reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
    return losses
