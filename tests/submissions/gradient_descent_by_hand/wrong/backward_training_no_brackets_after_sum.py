# caught by: test_backward_training_steps_after_every_sample
# `sum` without its brackets is a function, and no loss.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).sum.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
