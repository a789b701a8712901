# caught by: test_train_treats_labels_as_a_column
# Views the labels as ten rows.
def train(net, loss, optimizer, data, num_epochs):
    def column(y):
        return y.view(10, 1) if y.dim() == 1 else y
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), column(y)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), column(y)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
