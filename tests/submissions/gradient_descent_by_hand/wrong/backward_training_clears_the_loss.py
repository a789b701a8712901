# caught by: test_backward_training_steps_after_every_sample
# Clears the gradient of the loss, which has none.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
                l.grad.zero_()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
