def sgd(params, lr, batch_size):
    def step(p):
        return p.data.add_(-(lr * p.grad) / batch_size)

    list(map(step, params))
