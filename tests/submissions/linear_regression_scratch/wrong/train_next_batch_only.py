# caught by: test_train_takes_one_step_per_batch
# misconception: takes_one_batch_an_epoch
# Takes a batch with next, and has no loop over the others.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        X, y = next(iter(data_iter(batch_size, features, labels)))
        squared_loss(linreg(X, w, b), y).sum().backward()
        sgd([w, b], lr, len(X))
        w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
