def gradient_descent(xs, ys, w, lr, epochs):
    x, y = torch.as_tensor(xs), torch.as_tensor(ys)
    weight = torch.nn.Parameter(torch.tensor([w], dtype=torch.float64))
    optimizer = torch.optim.SGD([weight], lr=lr)
    mse = torch.nn.MSELoss()
    costs = []
    for _ in range(epochs):
        optimizer.zero_grad()
        mse(x * weight, y).backward()
        optimizer.step()
        costs.append(mse(x * weight, y).detach().numpy())
    return weight.item(), costs
