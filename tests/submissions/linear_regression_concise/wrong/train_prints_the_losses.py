# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: returns_nothing
# Prints the losses and returns nothing.
def train(net, loss, optimizer, data, num_epochs):
    for epoch in range(num_epochs):
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        print("epoch", epoch + 1, "loss", s / sum(len(y) for _, y in data))
