# caught by: test_train_takes_one_step_per_batch
# misconception: divides_by_all_rows
# Gives sgd the number of rows in the data set.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses, n = [], len(features)
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, n)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
