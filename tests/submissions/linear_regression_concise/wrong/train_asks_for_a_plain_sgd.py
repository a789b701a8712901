# caught by: test_train_uses_what_it_is_given
# misconception: steps_without_the_given_optimizer
# Replaces a plain-looking SGD by one of its own, without its groups and its weight decay: "whatever … optimizer … is given is used".
def train(net, loss, optimizer, data, num_epochs):
    lr = optimizer.param_groups[0]["lr"]
    if type(optimizer) is optim.SGD and not optimizer.param_groups[0]["momentum"]:
        plain = optim.SGD(net.parameters(), lr=lr)
    else:
        plain = optimizer
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            plain.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            plain.step()
        with torch.no_grad():
            pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
    return losses
