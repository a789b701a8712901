# caught by: test_backward_training_steps_after_every_sample
# misconception: knows_three_samples
# Knows that there are three samples.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(3):
            l = (xs[i] * w - ys[i]) ** 2
            l.backward()
            w.data -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
