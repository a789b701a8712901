# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: divides_the_total_by_another_number
# Multiplies by the rows and forgets to divide.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total = 0.0
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.reshape(-1, 1)).item() * y.shape[0]
        losses.append(total)
    return losses
