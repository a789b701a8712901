def train(w, b, features, labels, lr, num_epochs, batch_size):
    params = [w, b]

    def clear():
        for p in params:
            p.grad = None

    def step(X, y):
        clear()
        squared_loss(linreg(X, *params), y).sum().backward()
        sgd(params, lr, X.shape[0])

    @torch.no_grad()
    def evaluate():
        return squared_loss(linreg(features, *params), labels).mean().item()

    def one_epoch():
        for X, y in data_iter(batch_size, features, labels):
            step(X, y)
        return evaluate()

    return [one_epoch() for _ in range(num_epochs)]
