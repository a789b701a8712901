# caught by: test_backward_training_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Ends when the cost does not fall any more.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
        if len(costs) > 1 and costs[-1] > costs[-2]:
            break
    return costs
