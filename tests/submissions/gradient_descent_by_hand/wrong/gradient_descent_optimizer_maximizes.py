# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: adds_the_gradient
# An optimiser that climbs.
def gradient_descent(xs, ys, w, lr, epochs):
    x, y = torch.as_tensor(xs), torch.as_tensor(ys)
    weight = torch.nn.Parameter(torch.tensor([float(w)], dtype=torch.float64))
    optimizer = torch.optim.SGD([weight], lr=lr, maximize=True)
    costs = []
    for _ in range(epochs):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(x * weight, y).backward()
        optimizer.step()
        costs.append(torch.nn.functional.mse_loss(x * weight, y).item())
    return weight.item(), costs
