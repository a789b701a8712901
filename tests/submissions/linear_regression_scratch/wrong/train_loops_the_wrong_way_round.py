# caught by: test_train_takes_one_step_per_batch
# misconception: swaps_the_two_loops
# Has the loop over the epochs inside that over the batches.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = [0.0] * num_epochs
    for X, y in data_iter(batch_size, features, labels):
        for epoch in range(num_epochs):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            losses[epoch] = squared_loss(linreg(features, w, b), labels).mean().item()
    return losses
