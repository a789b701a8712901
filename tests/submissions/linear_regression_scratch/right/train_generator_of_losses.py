from itertools import islice


def epochs(params, features, labels, lr, batch_size):
    while True:
        for X, y in data_iter(batch_size, features, labels):
            loss = squared_loss(linreg(X, *params), y).sum()
            for p, g in zip(params, torch.autograd.grad(loss, params)):
                p.grad = g
            sgd(params, lr, batch_size)
            for p in params:
                p.grad = None
        with torch.inference_mode():
            yield squared_loss(linreg(features, *params), labels).mean().item()


def train(w, b, features, labels, lr, num_epochs, batch_size):
    return list(islice(epochs([w, b], features, labels, lr, batch_size), num_epochs))
