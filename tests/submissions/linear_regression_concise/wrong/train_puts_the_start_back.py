# caught by: test_train_reaches_the_noise_floor
# Restores the old parameters when it is done.
import copy

def train(net, loss, optimizer, data, num_epochs):
    before = copy.deepcopy(net.state_dict())
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    net.load_state_dict(before)
    return losses
