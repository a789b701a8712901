def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        per_batch = np.array([[loss(net(X), y.reshape(-1, 1)).detach().cpu().numpy(), len(y)] for X, y in data], dtype=float)
        losses.append(np.average(per_batch[:, 0], weights=per_batch[:, 1]))
    return losses
