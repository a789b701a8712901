# caught by: test_train_treats_labels_as_a_column
# misconception: takes_the_loss_for_a_module
# Looks at an attribute that a plain function does not have.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total, count = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.reshape(-1, 1)).item() * len(y)
                count += len(y)
        if loss.reduction == "mean":
            losses.append(total / count)
        else:
            losses.append(total)
    return losses
