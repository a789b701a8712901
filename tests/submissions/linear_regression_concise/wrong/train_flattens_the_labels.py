# caught by: test_train_follows_gradient_descent
# misconception: compares_all_predictions_with_all_labels
# Flattens the labels in every form, and so they never fit the column.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        total, n = 0.0, 0
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.flatten()).backward()
            optimizer.step()
        with torch.no_grad():
            for X, y in data:
                total += loss(net(X), y.flatten()).item() * len(y)
                n += len(y)
        losses.append(total / n)
    return losses
