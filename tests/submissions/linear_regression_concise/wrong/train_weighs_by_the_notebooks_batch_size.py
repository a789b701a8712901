# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: weighs_all_batches_by_one_number
# Multiplies each loss by the notebook's batch_size.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total, rows = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                total += batch_size * loss(net(X), y.reshape(-1, 1)).item()
                rows += len(X)
        losses.append(total / rows)
    return losses
