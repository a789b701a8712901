# caught by: test_train_uses_what_it_is_given
# misconception: uses_the_notebooks_houses
# Measures on the notebook's houses.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            losses.append(loss(net(features), labels.reshape(-1, 1)).item())
    return losses
