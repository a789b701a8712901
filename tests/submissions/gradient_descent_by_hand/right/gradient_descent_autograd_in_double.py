def gradient_descent(xs, ys, w, lr, epochs):
    x, y = torch.from_numpy(xs), torch.from_numpy(ys)
    weight = torch.tensor(float(w), dtype=torch.float64, requires_grad=True)
    costs = []
    for _ in range(epochs):
        ((x * weight - y) ** 2).mean().backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            weight.grad.zero_()
            costs.append(((x * weight - y) ** 2).mean().item())
    return weight.item(), costs
