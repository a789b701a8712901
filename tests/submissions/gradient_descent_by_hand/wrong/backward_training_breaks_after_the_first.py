# caught by: test_backward_training_steps_after_every_sample
# misconception: visits_a_single_sample
# Leaves the inner loop after the first sample.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
            break
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
