# caught by: test_backward_training_steps_after_every_sample
# misconception: swaps_lr_and_epochs
# The last two parameters have changed places.
def backward_training(xs, ys, w, epochs, lr):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            w.data.sub_(lr * w.grad)
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
