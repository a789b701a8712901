# caught by: test_train_follows_gradient_descent
# Puts the best parameters back in the end.
import copy

def train(net, loss, optimizer, data, num_epochs):
    losses, best, kept = [], float("inf"), None
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
        if losses[-1] < best:
            best, kept = losses[-1], copy.deepcopy(net.state_dict())
    net.load_state_dict(kept)
    return losses
