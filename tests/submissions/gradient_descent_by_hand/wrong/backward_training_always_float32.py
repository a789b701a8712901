# caught by: test_backward_training_keeps_the_dtype
# Makes float32 tensors of the samples.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (torch.tensor(float(x), device=w.device) * w.float() - torch.tensor(float(y), device=w.device)) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
