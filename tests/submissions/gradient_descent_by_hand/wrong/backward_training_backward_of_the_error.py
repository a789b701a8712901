# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_the_error_for_the_loss
# Forgets the square.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            (x * w - y).backward()
            w.data -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
