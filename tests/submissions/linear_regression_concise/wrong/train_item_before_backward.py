# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_from_a_plain_number
# Takes the number out of the loss before it goes backward.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            l = loss(net(X), y.reshape(-1, 1)).item()
            l.backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
