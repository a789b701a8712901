def train(net, loss, optimizer, data, num_epochs):
    params = [p for p in net.parameters() if p.requires_grad]
    out = []
    for epoch in range(num_epochs):
        for X, y in data:
            value = loss(net(X), y.reshape(-1, 1))
            for p, g in zip(params, torch.autograd.grad(value, params)):
                p.grad = g
            optimizer.step()
        s = n = 0
        for X, y in data:
            s += loss(net(X), y.reshape(-1, 1)).item() * len(X)
            n += len(X)
        out.append(s / n)
    return out
