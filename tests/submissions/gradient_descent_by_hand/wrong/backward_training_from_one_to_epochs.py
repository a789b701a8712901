# caught by: test_backward_training_steps_after_every_sample
# misconception: makes_one_epoch_too_few_or_too_many
# Counts from 1 to epochs - 1.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(1, epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
