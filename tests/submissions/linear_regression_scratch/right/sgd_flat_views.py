def sgd(params, lr, batch_size):
    for p in params:
        values = p.data.reshape(-1)
        slopes = p.grad.reshape(-1)
        moved = torch.stack([v - lr * g / batch_size for v, g in zip(values, slopes)])
        p.data.copy_(moved.view_as(p))
