# caught by: test_backward_training_keeps_the_dtype
# Turns w into a float64 tensor.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    w.data = w.data.double()
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
