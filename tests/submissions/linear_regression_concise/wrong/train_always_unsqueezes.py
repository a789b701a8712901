# caught by: test_train_follows_gradient_descent
# misconception: compares_all_predictions_with_all_labels
# Gives labels that are a column already a third dimension.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.unsqueeze(1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.unsqueeze(1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
