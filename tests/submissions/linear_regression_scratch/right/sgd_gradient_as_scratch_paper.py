def sgd(params, lr, batch_size):
    for p in params:
        p.grad.mul_(lr / batch_size)
        p.data.sub_(p.grad)
        p.grad.zero_()
