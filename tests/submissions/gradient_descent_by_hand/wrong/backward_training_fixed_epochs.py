# caught by: test_backward_training_steps_after_every_sample
# misconception: makes_a_number_of_epochs_of_its_own
# Always makes ten epochs.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(10):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            w.data -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
