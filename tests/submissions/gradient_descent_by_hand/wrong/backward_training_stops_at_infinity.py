# caught by: test_backward_training_makes_every_step_that_it_is_asked_for
# Stops when the cost is not finite any more.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w.grad = None
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
        c = ((xs * w.detach() - ys) ** 2).mean().item()
        if not np.isfinite(c):
            break
        costs.append(c)
    return costs
