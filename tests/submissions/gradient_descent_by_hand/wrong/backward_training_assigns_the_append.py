# caught by: test_backward_training_steps_after_every_sample
# misconception: appends_to_none
# Gives the list the value of append(), which is None.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs = costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
