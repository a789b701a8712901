# caught by: test_train_treats_labels_as_a_column
# misconception: takes_the_loss_for_a_module
# Calls a method that only a module has.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss.forward(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total, count = 0.0, 0
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.reshape(-1, 1)).item() * len(y)
                count += len(y)
        losses.append(total / count)
    return losses
