# caught by: test_backward_training_steps_after_every_sample
# misconception: leaves_out_a_sample
# Counts from 1.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(1, len(xs)):
            ((xs[i] * w - ys[i]) ** 2).backward()
            w.data -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
