def sgd(params, lr, batch_size):
    for p in params:
        size = torch.full_like(p.grad, batch_size)
        p.detach().addcdiv_(p.grad, size, value=-lr)
