# caught by: test_train_follows_gradient_descent
# misconception: moves_once_an_epoch
# Joins the batches and takes one step in an epoch.
def train(net, loss, optimizer, data, num_epochs):
    X = torch.cat([X for X, _ in data])
    y = torch.cat([y.reshape(-1, 1) for _, y in data])
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss(net(X), y).backward()
        optimizer.step()
        losses.append(loss(net(X), y).item())
    return losses
