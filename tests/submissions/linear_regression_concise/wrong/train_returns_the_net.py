# caught by: test_train_returns_the_loss_of_every_epoch
# misconception: returns_the_network
# Hands the trained network back.
def train(net, loss, optimizer, data, num_epochs):
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            l = loss(net(X), y.reshape(-1, 1))
            l.backward()
            optimizer.step()
        print(epoch, l.item())
    return net
