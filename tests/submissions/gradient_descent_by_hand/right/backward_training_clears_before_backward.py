def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            if w.grad is not None:
                w.grad.zero_()
            loss_of_sample = (x * w - y).pow(2).sum()
            loss_of_sample.backward()
            with torch.no_grad():
                w.sub_(lr * w.grad)
        with torch.no_grad():
            costs.append(float(torch.mean((xs * w - ys) ** 2)))
    return costs
