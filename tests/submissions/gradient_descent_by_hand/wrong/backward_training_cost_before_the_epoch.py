# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_too_early
# Notes the cost before the epoch.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        costs.append(((xs * w - ys) ** 2).mean().item())
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
    return costs
