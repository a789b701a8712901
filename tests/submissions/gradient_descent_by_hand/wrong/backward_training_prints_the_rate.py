# caught by: test_backward_training_steps_after_every_sample
# Multiplies by the result of `print`, which is None. The gradient is there.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            step = print(lr)
            with torch.no_grad():
                w -= step * w.grad
            w.grad = None
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
