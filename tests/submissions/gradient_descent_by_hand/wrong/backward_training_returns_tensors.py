# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: leaves_the_costs_in_tensors
# Forgets .item(): a list of tensors, each with its graph.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean())
    return costs
