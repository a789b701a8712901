# caught by: test_backward_training_steps_after_every_sample
# Calls backward() for the cost as well, and its gradient is still there.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        c = ((xs * w - ys) ** 2).mean()
        c.backward()
        costs.append(c.item())
    return costs
