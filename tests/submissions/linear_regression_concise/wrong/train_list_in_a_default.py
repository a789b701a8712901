# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: keeps_the_losses_of_earlier_calls
# Has the list of losses for a default, which all calls share.
def train(net, loss, optimizer, data, num_epochs, history=[]):
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        history.append(s / sum(len(y) for _, y in data))
    return history
