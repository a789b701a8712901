# caught by: test_train_follows_gradient_descent
# misconception: overwrites_a_function_with_its_result
# Gives the name of the loss to the loss of a batch.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss = loss(net(X), y.reshape(-1, 1))
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
