# caught by: test_train_follows_gradient_descent
# Makes no step where the loss is small: "each batch makes one step".
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            l = loss(net(X), y.reshape(-1, 1))
            if l.item() > 1e-3:
                l.backward()
                optimizer.step()
        with torch.no_grad():
            pairs = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        losses.append(sum(l * n for l, n in pairs) / sum(n for _, n in pairs))
    return losses
