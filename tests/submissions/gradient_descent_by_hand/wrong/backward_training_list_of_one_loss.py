# caught by: test_backward_training_steps_after_every_sample
# Puts the loss into a list and calls `backward()` on that.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = [(x * w - y) ** 2]
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
