# caught by: test_backward_training_steps_after_every_sample
# misconception: ends_every_epoch_at_the_same_weight
# Makes one zip for all epochs, which is empty after the first.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    pairs = zip(xs, ys)
    for _ in range(epochs):
        for x, y in pairs:
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
