# caught by: test_backward_training_steps_after_every_sample
# misconception: asks_every_sample_at_the_old_weight
# Adds up the gradients of an epoch and makes one step.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
