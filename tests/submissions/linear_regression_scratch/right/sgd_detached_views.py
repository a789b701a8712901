def sgd(params, lr, batch_size):
    for p in params:
        same_memory = p.detach()
        same_memory -= p.grad * lr / batch_size
