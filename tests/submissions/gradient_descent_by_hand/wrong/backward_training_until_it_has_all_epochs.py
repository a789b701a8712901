# caught by: test_backward_training_steps_after_every_sample
# misconception: makes_one_epoch_too_few_or_too_many
# Counts from 0 to epochs, both included.
def backward_training(xs, ys, w, lr, epochs):
    costs, epoch = [], 0
    while epoch <= epochs:
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            w.data -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
        epoch += 1
    return costs
