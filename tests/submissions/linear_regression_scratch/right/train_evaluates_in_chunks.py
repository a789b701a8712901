def mean_loss(w, b, features, labels, size=3):
    total = 0.0
    with torch.no_grad():
        for start in range(0, len(features), size):
            chunk = slice(start, start + size)
            y_hat = linreg(features[chunk], w, b)
            total += squared_loss(y_hat, labels[chunk]).double().sum().item()
    return total / len(features)


def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = [0.0] * num_epochs
    for epoch, _ in enumerate(losses):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, len(y))
            w.grad = None
            b.grad = None
        losses[epoch] = mean_loss(w, b, features, labels)
    return losses
