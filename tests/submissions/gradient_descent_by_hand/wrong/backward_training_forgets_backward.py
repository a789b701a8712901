# caught by: test_backward_training_steps_after_every_sample
# misconception: forgets_backward
# Never calls backward().
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            with torch.no_grad():
                w -= lr * w.grad
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
