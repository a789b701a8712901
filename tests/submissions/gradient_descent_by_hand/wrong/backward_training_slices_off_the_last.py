# caught by: test_backward_training_steps_after_every_sample
# misconception: leaves_out_a_sample
# Its slices end before the last sample.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs[:-1], ys[:-1]):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
