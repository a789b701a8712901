import copy

def train(net, loss, optimizer, data, num_epochs):
    snapshots = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        snapshots.append(copy.deepcopy(net))
    batches = [(X, y.reshape(-1, 1)) for X, y in data]
    n = sum(len(y) for _, y in batches)
    return [sum(float(loss(s(X), y)) * len(y) for X, y in batches) / n for s in snapshots]
