# caught by: test_train_follows_gradient_descent
# misconception: forgets_the_brackets_of_a_method
# Takes a mean that it does not need, without brackets.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            l = loss(net(X), y.reshape(-1, 1)).mean
            l.backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
