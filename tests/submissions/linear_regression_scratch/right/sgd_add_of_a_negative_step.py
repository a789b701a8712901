def sgd(params, lr, batch_size):
    step = -lr / batch_size
    for i in range(len(params)):
        params[i].data.add_(params[i].grad.data, alpha=step)
