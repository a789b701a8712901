def sgd(params, lr, batch_size):
    for _, p in enumerate(params):
        g, p.grad = p.grad, None
        p.data[...] = p.data - lr * g / batch_size
