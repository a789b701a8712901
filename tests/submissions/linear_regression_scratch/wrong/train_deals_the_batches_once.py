# caught by: test_train_takes_one_step_per_batch
# misconception: deals_the_batches_once
# Makes the batches once, before the first epoch.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    batches = list(data_iter(batch_size, features, labels))
    out = []
    for e in range(num_epochs):
        for X, y in batches:
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        out.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return out
