# caught by: test_backward_training_steps_after_every_sample
# misconception: never_clears_the_gradient
# Clears a copy of the gradient.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            g = w.grad.clone()
            g.zero_()
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
