def train(net, loss, optimizer, data, num_epochs):
    losses = []
    while len(losses) < num_epochs:
        batches = iter(data)
        while (batch := next(batches, None)) is not None:
            X, y = batch
            optimizer.zero_grad()
            l = loss(net(X), torch.atleast_2d(y.flatten()).T)
            l.backward()
            optimizer.step()
        kept = list(data)
        with torch.no_grad():
            y_hat = [net(X) for X, _ in kept]
        y = torch.cat([y.reshape(-1, 1) for _, y in kept])
        losses += [loss(torch.cat(y_hat), y).item()]
    return losses
