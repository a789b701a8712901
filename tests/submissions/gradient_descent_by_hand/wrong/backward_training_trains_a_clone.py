# caught by: test_backward_training_steps_after_every_sample
# misconception: trains_something_else_than_w
# Trains a copy.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    w = w.clone().detach().requires_grad_(True)
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
