def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for epoch in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            # the gradients of the rows add up in .grad, as those of their sum
            for i in range(len(X)):
                squared_loss(linreg(X[i : i + 1], w, b), y[i : i + 1]).backward()
            sgd([w, b], lr, batch_size)
            for p in [w, b]:
                p.grad = torch.zeros_like(p)
        rows = squared_loss(linreg(features, w, b), labels).flatten().tolist()
        losses.append(sum(rows) / len(rows))
    return losses
