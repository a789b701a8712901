# caught by: test_train_follows_gradient_descent
# misconception: is_written_for_another_library
# Is written for the library of the book's first edition.
def train(net, loss, optimizer, data, num_epochs):
    losses = []
    for _ in range(num_epochs):
        for X, y in data:
            with autograd.record():
                l = loss(net(X), y)
            l.backward()
            optimizer.step(10)
        losses.append(l.mean().asnumpy())
    return losses
