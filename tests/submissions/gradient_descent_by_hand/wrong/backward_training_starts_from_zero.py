# caught by: test_backward_training_steps_after_every_sample
# misconception: begins_at_a_weight_of_its_own
# Starts from a weight of its own.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    w.data.fill_(1.0)
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
