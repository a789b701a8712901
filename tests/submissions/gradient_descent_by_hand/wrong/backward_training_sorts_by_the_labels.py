# caught by: test_backward_training_steps_after_every_sample
# misconception: goes_in_another_order
# Sorts the samples by y.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in torch.argsort(ys, descending=True):
            ((xs[i] * w - ys[i]) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
