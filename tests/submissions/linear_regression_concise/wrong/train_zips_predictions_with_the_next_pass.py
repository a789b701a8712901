# caught by: test_train_uses_what_it_is_given
# The predictions come from one pass, and the labels that they are zipped with from another.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            y_hats = [net(X) for X, _ in data]
            total = sum(
                loss(y_hat, y.reshape(-1, 1)).item() * len(y) for y_hat, (_, y) in zip(y_hats, data)
            )
        losses.append(total / sum(len(y) for _, y in data))
    return losses
