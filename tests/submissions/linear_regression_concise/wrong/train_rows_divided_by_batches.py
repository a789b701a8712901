# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: divides_the_total_by_another_number
# Weighs by rows and divides by the number of batches.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            total = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(total / len(data))
    return losses
