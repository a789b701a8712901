# caught by: test_backward_training_steps_after_every_sample
# misconception: visits_a_single_sample
# Only the last sample makes its step.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w.grad = None
            ((x * w - y) ** 2).backward()
        w.data -= lr * w.grad
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
