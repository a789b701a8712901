# caught by: test_backward_training_steps_after_every_sample
# misconception: trains_something_else_than_w
# Makes a new leaf in every step; the caller's tensor never moves.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            w = (w - lr * w.grad).detach().requires_grad_()
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
