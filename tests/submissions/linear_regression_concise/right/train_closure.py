def train(net, loss, optimizer, data, num_epochs):
    history = []
    for _ in range(num_epochs):
        for X, y in data:
            def closure():
                optimizer.zero_grad()
                value = loss(net(X), y.reshape(len(y), 1))
                value.backward()
                return value

            optimizer.step(closure)
        with torch.no_grad():
            pieces = [(len(y), loss(net(X), y.reshape(len(y), 1)).item()) for X, y in data]
        history.append(sum(n * v for n, v in pieces) / sum(n for n, _ in pieces))
    return history
