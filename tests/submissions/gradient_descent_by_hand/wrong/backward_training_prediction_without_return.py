# caught by: test_backward_training_steps_after_every_sample
# The function for the prediction has no `return`.
def backward_training(xs, ys, w, lr, epochs):
    def predict(x):
        x * w

    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((predict(x) - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
