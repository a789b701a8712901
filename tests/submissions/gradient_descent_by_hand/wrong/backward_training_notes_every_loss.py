# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_a_cost_for_every_step
# Notes the loss of every sample.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            costs.append(l.item())
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
    return costs
