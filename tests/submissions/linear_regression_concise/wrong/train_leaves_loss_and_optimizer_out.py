# caught by: test_train_follows_gradient_descent
# misconception: has_other_parameters
# Has no parameters for the loss and the optimiser, and uses those of the notebook.
def train(net, data, num_epochs):
    loss, optimizer = get_loss(), get_optimizer(net, 0.015)
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
