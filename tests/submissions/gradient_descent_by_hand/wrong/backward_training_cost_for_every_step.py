# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_a_cost_for_every_step
# Notes a cost after every sample.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            w.data -= lr * w.grad
            w.grad = None
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
