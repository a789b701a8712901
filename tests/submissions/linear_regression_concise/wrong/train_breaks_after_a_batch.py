# caught by: test_train_follows_gradient_descent
# misconception: takes_one_batch_an_epoch
# Still has the break that was there to try things out.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for i, (X, y) in enumerate(data):
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
            if i == 0:
                break
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
