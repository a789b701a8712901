# caught by: test_backward_training_steps_after_every_sample
# The function for the cost has no `return`.
def backward_training(xs, ys, w, lr, epochs):
    def c():
        ((xs * w.detach() - ys) ** 2).mean().item()

    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w.grad = None
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
        costs.append(0.0 + c())
    return costs
