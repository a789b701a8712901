# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: adds_up_the_losses_on_the_way
# Averages the losses on the way.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        total = 0.0
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            total += l.item()
            l.backward()
            w.data -= lr * w.grad
            w.grad = None
        costs.append(total / len(xs))
    return costs
