# caught by: test_backward_training_steps_after_every_sample
# misconception: steps_by_a_rate_of_its_own
# Uses the learning rate of the notes.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            w.data -= 0.01 * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
