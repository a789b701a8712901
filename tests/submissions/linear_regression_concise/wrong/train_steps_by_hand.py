# caught by: test_train_uses_what_it_is_given
# misconception: steps_without_the_given_optimizer
# Reads the rate of the given optimiser and takes plain steps itself.
def train(net, loss, optimizer, data, num_epochs):
    lr = optimizer.param_groups[0]["lr"]
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            net.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            with torch.no_grad():
                for p in net.parameters():
                    p -= lr * p.grad
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
