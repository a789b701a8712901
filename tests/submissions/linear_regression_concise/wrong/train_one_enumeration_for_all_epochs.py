# caught by: test_train_follows_gradient_descent
# misconception: uses_up_its_batches
# Numbers the batches once, which makes an iterator.
def train(net, loss, optimizer, data, num_epochs):
    numbered = enumerate(data)
    losses = []
    for _ in range(num_epochs):
        for i, (X, y) in numbered:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
