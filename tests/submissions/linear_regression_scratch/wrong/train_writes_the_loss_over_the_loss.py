# caught by: test_train_follows_gradient_descent
# misconception: overwrites_a_function_with_its_result
# Has a short name for squared_loss and gives it to the result as well.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    net, loss = linreg, squared_loss
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            loss = loss(net(X, w, b), y).sum()
            loss.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(loss(net(features, w, b), labels).mean().item())
    return losses
