def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs.split(1), ys.split(1)):
            torch.nn.functional.mse_loss(x * w, y).backward()
            with torch.no_grad():
                w.copy_(w - lr * w.grad)
            w.grad = None
        with torch.no_grad():
            error = xs * w - ys
            costs.append((error @ error / len(error)).item())
    return costs
