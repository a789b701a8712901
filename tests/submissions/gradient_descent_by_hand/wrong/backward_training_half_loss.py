# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_half_the_gradient
# Halves the loss.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            (0.5 * (x * w - y) ** 2).backward()
            w.data -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
