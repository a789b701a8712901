# caught by: test_train_uses_what_it_is_given
# Computes the predictions from the first weight and bias, not by the network.
def train(net, loss, optimizer, data, num_epochs):
    w, b = list(net.parameters())[:2]
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(X @ w.T + b, y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(X @ w.T + b, y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
