def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            new = p - lr * (p.grad / batch_size)
            p.copy_(new)
