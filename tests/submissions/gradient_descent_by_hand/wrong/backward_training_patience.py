# caught by: test_backward_training_makes_every_step_that_it_is_asked_for
# Stops after five epochs without a new lowest cost.
def backward_training(xs, ys, w, lr, epochs):
    costs, bad = [], 0
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w.grad = None
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
        bad = bad + 1 if costs[-1] > min(costs) else 0
        if bad >= 5:
            break
    return costs
