# caught by: test_train_follows_gradient_descent
# misconception: never_clears_the_gradients
# Leaves zero_grad out, so that the gradients add up.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
