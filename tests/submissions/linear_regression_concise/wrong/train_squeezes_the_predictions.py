# caught by: test_train_follows_gradient_descent
# misconception: compares_all_predictions_with_all_labels
# Makes the predictions flat, which fits flat labels only.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X).squeeze(1), y).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X).squeeze(1), y).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
