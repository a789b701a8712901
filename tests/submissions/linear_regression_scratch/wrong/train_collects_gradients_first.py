# caught by: test_train_takes_one_step_per_batch
# misconception: moves_once_an_epoch
# Computes all gradients of an epoch with its first w and b, and steps afterwards.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        grads = []
        for X, y in data_iter(batch_size, features, labels):
            l = squared_loss(linreg(X, w, b), y).sum()
            grads.append(torch.autograd.grad(l, [w, b]))
        for w.grad, b.grad in grads:
            sgd([w, b], lr, batch_size)
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
