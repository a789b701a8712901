def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(1, num_epochs + 1):
        for X, y in data:
            output = net(X)
            l = loss(output, y.view(-1, 1))
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
        total, n = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.view(-1, 1)).item() * X.shape[0]
                n += X.shape[0]
        print('epoch %d, loss: %f' % (epoch, total / n))
        losses.append(total / n)
    return losses
