# caught by: test_train_follows_gradient_descent
# misconception: uses_all_data_in_every_step
# Joins all the data first and uses it for each of the batches.
def train(net, loss, optimizer, data, num_epochs):
    features = torch.cat([X for X, _ in data])
    labels = torch.cat([y.reshape(-1, 1) for _, y in data])
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(features), labels).backward()
            optimizer.step()
        losses.append(loss(net(features), labels).item())
    return losses
