def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            net.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        batches = list(data)
        features = torch.cat([X for X, _ in batches])
        labels = torch.cat([y.reshape(-1, 1) for _, y in batches])
        losses.append(loss(net(features).detach(), labels).item())
    return losses
