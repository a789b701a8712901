# caught by: test_train_takes_one_step_per_batch
# misconception: takes_one_batch_an_epoch
# Leaves the inner loop after the first batch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            break
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
