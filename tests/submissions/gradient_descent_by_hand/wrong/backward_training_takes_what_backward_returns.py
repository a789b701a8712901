# caught by: test_backward_training_steps_after_every_sample
# misconception: steps_by_none
# Steps by the value of backward(), which is None.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            grad = ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
