# caught by: test_train_uses_what_it_is_given
# misconception: trains_with_a_loss_of_its_own
# Takes squared errors, whatever loss it is given.
def train(net, loss, optimizer, data, num_epochs):
    loss = nn.MSELoss()
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
