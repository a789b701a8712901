# caught by: test_backward_training_steps_after_every_sample
# The function for the loss has no `return`.
def backward_training(xs, ys, w, lr, epochs):
    def sq(x, y):
        (x * w - y) ** 2

    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            sq(x, y).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
