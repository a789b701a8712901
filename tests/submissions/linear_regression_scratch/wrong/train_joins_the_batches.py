# caught by: test_train_takes_one_step_per_batch
# misconception: moves_once_an_epoch
# Puts the batches of an epoch together again and takes one step with them.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        parts = list(data_iter(batch_size, features, labels))
        X, y = torch.cat([X for X, _ in parts]), torch.cat([y for _, y in parts])
        w.grad = b.grad = None
        squared_loss(linreg(X, w, b), y).sum().backward()
        sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
