def train(w, b, features, labels, lr, num_epochs, batch_size):
    out = []
    for e in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        out.append(np.mean(squared_loss(linreg(features, w, b), labels).detach().numpy().astype(np.float64)))
    return out
