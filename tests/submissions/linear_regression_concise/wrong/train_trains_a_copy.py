# caught by: test_train_follows_gradient_descent
# Trains a deep copy, with an optimiser of the same kind.
import copy

def train(net, loss, optimizer, data, num_epochs):
    own = copy.deepcopy(net)
    opt = type(optimizer)(own.parameters(), **optimizer.defaults)
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            opt.zero_grad()
            loss(own(X), y.reshape(-1, 1)).backward()
            opt.step()
        with torch.no_grad():
            s = sum(loss(own(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
