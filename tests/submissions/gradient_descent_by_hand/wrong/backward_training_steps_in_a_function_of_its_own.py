# caught by: test_backward_training_steps_after_every_sample
# misconception: trains_something_else_than_w
# A function makes the step, and returns a new leaf.
def backward_training(xs, ys, w, lr, epochs):
    def step(v, x, y):
        (g,) = torch.autograd.grad((x * v - y) ** 2, v)
        return (v - lr * g).detach().requires_grad_(True)

    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = step(w, x, y)
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
