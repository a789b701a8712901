# caught by: test_backward_training_steps_after_every_sample
# misconception: looks_at_all_samples_in_every_step
# Uses the mean loss of all samples in every step.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((xs * w - ys) ** 2).mean().backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
