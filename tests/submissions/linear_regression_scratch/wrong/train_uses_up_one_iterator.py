# caught by: test_train_follows_gradient_descent
# misconception: uses_up_its_batches
# Makes one iterator for all epochs, which is empty after the first.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    batches = iter(data_iter(batch_size, features, labels))
    for epoch in range(num_epochs):
        for X, y in batches:
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
