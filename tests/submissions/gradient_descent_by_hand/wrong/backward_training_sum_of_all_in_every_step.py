# caught by: test_backward_training_steps_after_every_sample
# misconception: looks_at_all_samples_in_every_step
# The loss of every step is the sum over all samples.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for _ in range(len(xs)):
            ((xs * w - ys) ** 2).sum().backward()
            with torch.no_grad():
                w.sub_(lr * w.grad)
                w.grad.zero_()
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
