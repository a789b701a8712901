def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w.grad = torch.zeros_like(w)
            (0.5 * (x * w - y) ** 2).backward(gradient=torch.full_like(w, 2.0))
            w.data.sub_(lr * w.grad)
        costs.append(torch.nn.MSELoss()(xs * w.data, ys).item())
    return costs
