def sgd(params, lr, batch_size):
    return [p.data.subtract_(p.grad * lr / batch_size) for p in params] and params
