# caught by: test_train_follows_gradient_descent
# misconception: hands_a_recorded_tensor_to_numpy
# Collects recorded losses and lets NumPy take their mean.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        losses.append(float(np.mean([loss(net(X), y.reshape(-1, 1)).numpy() for X, y in data])))
    return losses
