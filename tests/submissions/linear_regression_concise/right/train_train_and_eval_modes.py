def evaluate(net, loss, data):
    net.eval()
    total, count = 0.0, 0
    with torch.inference_mode():
        for X, y in data:
            total += loss(net(X), y.reshape(-1, 1)).item() * y.shape[0]
            count += y.shape[0]
    net.train()
    return total / count


def train(net, loss, optimizer, data, num_epochs):
    net.train()
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        losses.append(evaluate(net, loss, data))
    return losses
