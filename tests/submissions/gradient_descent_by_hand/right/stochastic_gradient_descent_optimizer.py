def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    weight = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr)
    x_all, y_all = torch.tensor(xs), torch.tensor(ys)
    costs = []
    for _ in range(epochs):
        for x, y in zip(x_all, y_all):
            optimizer.zero_grad()
            (x * weight - y).square().backward()
            optimizer.step()
        with torch.no_grad():
            costs.append((x_all * weight - y_all).square().mean().item())
    return weight.item(), costs
