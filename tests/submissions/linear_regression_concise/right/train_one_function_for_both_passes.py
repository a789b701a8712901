def one_pass(net, loss, data, step=None):
    total = rows = 0
    for X, y in data:
        with torch.set_grad_enabled(step is not None):
            value = loss(net(X), y.view(len(y), -1))
        if step is not None:
            step(value)
        total += len(y) * value.item()
        rows += len(y)
    return total / rows


def train(net, loss, optimizer, data, num_epochs):
    def step(value):
        optimizer.zero_grad()
        value.backward()
        optimizer.step()

    losses = []
    for _ in range(num_epochs):
        one_pass(net, loss, data, step)
        losses.append(one_pass(net, loss, data))
    return losses
