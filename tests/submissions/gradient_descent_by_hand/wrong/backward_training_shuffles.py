# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_the_samples_at_random
# Shuffles the samples.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in torch.randperm(len(xs)):
            ((xs[i] * w - ys[i]) ** 2).backward()
            w.data -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
