# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_at_all_samples_in_every_step
# The bug in other words: the loss of every step is that of all samples.
def stochastic_steps(xs, ys, w, lr):
    x, y = torch.as_tensor(xs), torch.as_tensor(ys)
    v = torch.tensor(float(w), dtype=torch.float64, requires_grad=True)
    weights = []
    for _ in range(len(x)):
        (g,) = torch.autograd.grad(((x * v - y) ** 2).mean(), v)
        v = (v - lr * g).detach().requires_grad_()
        weights.append(v.item())
    return weights
