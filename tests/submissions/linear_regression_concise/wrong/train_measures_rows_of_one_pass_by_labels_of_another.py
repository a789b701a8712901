# caught by: test_train_uses_what_it_is_given
# Takes all features from one pass and all labels from another: a loader that shuffles parts them.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            X_all = torch.cat([X for X, _ in data])
            y_all = torch.cat([y for _, y in data])
            losses.append(loss(net(X_all), y_all.reshape(-1, 1)).item())
    return losses
