# caught by: test_backward_training_steps_after_every_sample
# misconception: swaps_the_loops
# The loops are the other way round.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for x, y in zip(xs, ys):
        for _ in range(epochs):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
