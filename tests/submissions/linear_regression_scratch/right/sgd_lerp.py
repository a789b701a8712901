@torch.no_grad
def sgd(params, lr, batch_size):
    for p in params: p.lerp_(p - p.grad, lr / batch_size)
