# caught by: test_train_takes_one_step_per_batch
# misconception: steps_after_the_last_batch_only
# Clears and differentiates for every batch, and steps when the loop is over.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
        sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
