# caught by: test_train_treats_labels_as_a_column
# misconception: compares_all_predictions_with_all_labels
# Reshapes the labels the wrong way round.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            y = y.reshape(1, -1)
            optimizer.zero_grad()
            loss(net(X), y).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(1, -1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
