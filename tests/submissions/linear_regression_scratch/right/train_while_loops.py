def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    while len(losses) < num_epochs:
        batches = iter(data_iter(batch_size, features, labels))
        while (batch := next(batches, None)) is not None:
            y_hat = linreg(batch[0], w, b)
            l = squared_loss(y_hat, batch[1])
            l.backward(torch.ones_like(l))
            sgd((w, b), lr, batch_size)
            w.grad, b.grad = None, None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
