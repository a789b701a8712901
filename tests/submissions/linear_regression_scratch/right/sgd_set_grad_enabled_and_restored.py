def sgd(params, lr, batch_size):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        for p in params:
            p.add_(p.grad / batch_size * -lr)
    finally:
        torch.set_grad_enabled(before)
