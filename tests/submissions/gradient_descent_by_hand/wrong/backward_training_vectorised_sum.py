# caught by: test_backward_training_steps_after_every_sample
# misconception: asks_every_sample_at_the_old_weight
# Takes the sum over all samples as one loss.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for _ in range(1):
            ((xs * w - ys) ** 2).sum().backward()
            w.data -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
