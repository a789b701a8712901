# caught by: test_train_measures_without_a_trace
# misconception: goes_backward_from_the_measurement
# Measuring leaves gradients from the second epoch on: "no trace in the gradients".
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
        total = count = 0
        for X, y in data:
            l = loss(net(X), y.reshape(-1, 1))
            if epoch:
                l.backward()
            total += l.item() * len(y)
            count += len(y)
        losses.append(total / count)
    return losses
