# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_half_the_gradient
# Detaches w in one factor, and so halves the gradient.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            e = x * w - y
            (e * e.detach()).sum().backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
