def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            y = y.unsqueeze(1) if y.dim() == 1 else y
            y_hat = net(X)
            assert y_hat.shape == y.shape
            optimizer.zero_grad(set_to_none=False)
            torch.autograd.backward(loss(y_hat, y))
            optimizer.step()
        weights, means = [], []
        for X, y in data:
            with torch.no_grad():
                means.append(float(loss(net(X), y[:, None] if y.dim() == 1 else y)))
            weights.append(X.size(0))
        losses.append(float(np.average(means, weights=weights)))
    return losses
