# caught by: test_train_follows_gradient_descent
# misconception: uses_a_fixed_rate
# Steps by hand, with the rate of the notebook.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            net.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            with torch.no_grad():
                for p in net.parameters():
                    p -= 0.015 * p.grad
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
