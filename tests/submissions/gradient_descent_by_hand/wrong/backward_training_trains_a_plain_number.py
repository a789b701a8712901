# caught by: test_backward_training_steps_after_every_sample
# misconception: trains_something_else_than_w
# Trains a number, with the derivative by hand.
def backward_training(xs, ys, w, lr, epochs):
    v, costs = w.item(), []
    for _ in range(epochs):
        for x, y in zip(xs.tolist(), ys.tolist()):
            v = v - lr * 2 * x * (x * v - y)
        costs.append(((xs * v - ys) ** 2).mean().item())
    return costs
