# caught by: test_train_takes_one_step_per_batch
# misconception: repeats_the_same_shuffles
# Sets the seeds at every call, to get the same result each time.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    random.seed(0)
    torch.manual_seed(0)
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
