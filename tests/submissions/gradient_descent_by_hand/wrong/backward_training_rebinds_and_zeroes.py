# caught by: test_backward_training_steps_after_every_sample
# misconception: rebinds_w
# Makes a new w without recording, and clears the gradient of the new one.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w = w - lr * w.grad
                w.grad.zero_()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
