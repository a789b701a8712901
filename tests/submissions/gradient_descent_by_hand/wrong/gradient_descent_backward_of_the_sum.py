# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_sum
# Lets torch find the gradient, of the sum.
def gradient_descent(xs, ys, w, lr, epochs):
    x, y = torch.from_numpy(xs), torch.from_numpy(ys)
    weight = torch.tensor(float(w), dtype=torch.float64, requires_grad=True)
    costs = []
    for _ in range(epochs):
        ((x * weight - y) ** 2).sum().backward()
        with torch.no_grad():
            weight -= lr * weight.grad
        weight.grad = None
        costs.append(((x * weight - y) ** 2).mean().item())
    return weight.item(), costs
