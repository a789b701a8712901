import statistics


def train(net, loss, optimizer, data, num_epochs):
    def of_every_example():
        with torch.no_grad():
            for X, y in data:
                for x, t in zip(X, y):
                    yield loss(net(x.unsqueeze(0)), t.reshape(1, 1)).item()

    history = [0.0] * num_epochs
    for i, _ in enumerate(history):
        for X, y in data:
            for p in net.parameters():
                p.grad = None
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        history[i] = statistics.fmean(of_every_example())
    return history
