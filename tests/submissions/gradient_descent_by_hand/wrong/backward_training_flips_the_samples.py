# caught by: test_backward_training_steps_after_every_sample
# misconception: goes_in_another_order
# Goes through the samples backwards.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs.flip(0), ys.flip(0)):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w.detach() - ys) ** 2).mean().item())
    return costs
