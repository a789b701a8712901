def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(1, num_epochs + 1):
        for batch in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            X, y = batch
            loss = torch.sum(squared_loss(linreg(X, w, b), y))
            loss.backward()
            sgd([w, b], lr, len(X))
        losses += [squared_loss(linreg(features, w, b), labels).mean().item()]
    return losses
