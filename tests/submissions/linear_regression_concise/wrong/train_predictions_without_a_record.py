# caught by: test_train_follows_gradient_descent
# misconception: goes_backward_without_a_record
# Detaches the predictions before they come to the loss.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            y_hat = net(X).detach()
            loss(y_hat, y.reshape(-1, 1)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
