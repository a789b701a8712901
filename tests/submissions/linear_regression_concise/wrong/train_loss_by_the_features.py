# caught by: test_train_uses_what_it_is_given
# misconception: gives_the_loss_its_arguments_in_the_wrong_order
# Swaps predictions and labels, which squared errors forgive.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(y.reshape(-1, 1), net(X)).backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(y.reshape(-1, 1), net(X)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
