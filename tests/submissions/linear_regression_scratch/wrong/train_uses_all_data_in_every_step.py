# caught by: test_train_takes_one_step_per_batch
# misconception: uses_all_data_in_every_step
# Computes the loss of the whole data set in the inner loop, not that of the batch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(features, w, b), labels).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
