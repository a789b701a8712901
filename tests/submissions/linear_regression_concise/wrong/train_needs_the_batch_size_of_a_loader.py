# caught by: test_train_follows_gradient_descent
# misconception: needs_a_data_loader
# Multiplies by data.batch_size, which a list does not have.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        for X, y in data:
            total += loss(net(X), y.reshape(-1, 1)).item() * data.batch_size
            n += data.batch_size
        losses.append(total / n)
    return losses
