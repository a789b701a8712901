# caught by: test_backward_training_steps_after_every_sample
# misconception: clears_before_the_step
# Clears in between, in the old style.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            w.grad.data.zero_()
            w.data = w.data - lr * w.grad.data
        costs.append(l.item())
    return costs
