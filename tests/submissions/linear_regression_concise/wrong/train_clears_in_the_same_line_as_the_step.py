# caught by: test_train_follows_gradient_descent
# misconception: clears_the_gradients_before_the_step
# Clears the gradients of the net, with zeros, between backward and the step.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            loss(net(X), y.reshape(-1, 1)).backward()
            for p in net.parameters():
                p.grad.zero_()
            optimizer.step()
        with torch.no_grad():
            s = sum(loss(net(X), y.reshape(-1, 1)).item() * len(y) for X, y in data)
        losses.append(s / sum(len(y) for _, y in data))
    return losses
