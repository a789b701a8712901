def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
