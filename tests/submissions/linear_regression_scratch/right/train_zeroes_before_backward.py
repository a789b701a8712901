def train(w, b, features, labels, lr, num_epochs, batch_size):
    history = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            for p in (w, b):
                if p.grad is not None:
                    p.grad.zero_()
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        with torch.no_grad():
            loss = squared_loss(linreg(features, w, b), labels).mean()
        history.append(float(loss))
    return history
