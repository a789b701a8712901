# caught by: test_backward_training_steps_after_every_sample
# misconception: computes_the_loss_unrecorded
# Computes the loss from w.data, which has no graph.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w.data - y) ** 2
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        costs.append(((xs * w.data - ys) ** 2).mean().item())
    return costs
