# caught by: test_train_uses_what_it_is_given
# Compares the predictions of a new pass with labels that were collected in the first.
def train(net, loss, optimizer, data, num_epochs):
    y_all = torch.cat([y for _, y in data]).reshape(-1, 1)
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            losses.append(loss(torch.cat([net(X) for X, _ in data]), y_all).item())
    return losses
