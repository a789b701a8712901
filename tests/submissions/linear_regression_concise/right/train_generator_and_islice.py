from itertools import islice


def epochs(net, loss, optimizer, data):
    while True:
        for X, y in data:
            optimizer.zero_grad()
            l = loss(net(X), y.reshape([-1, 1]))
            l.backward()
            optimizer.step()
        with torch.no_grad():
            found = [(loss(net(X), y.reshape([-1, 1])).item(), len(X)) for X, y in data]
        values, sizes = zip(*found)
        yield float(np.dot(values, sizes) / sum(sizes))


def train(net, loss, optimizer, data, num_epochs):
    return list(islice(epochs(net, loss, optimizer, data), num_epochs))
