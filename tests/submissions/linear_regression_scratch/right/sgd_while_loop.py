def sgd(params, lr, batch_size):
    i = 0
    while i < len(params):
        p = params[i]
        p.data.sub_(p.grad.mul(lr).div(batch_size))
        i += 1
