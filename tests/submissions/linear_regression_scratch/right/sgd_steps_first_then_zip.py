def sgd(params, lr, batch_size):
    steps = [lr * p.grad / batch_size for p in params]
    with torch.no_grad():
        for p, step in zip(params, steps):
            p[:] = p - step
