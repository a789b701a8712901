def sgd(params, lr, batch_size):
    with torch.inference_mode():
        for p in params:
            p.sub_(lr * p.grad / batch_size)
