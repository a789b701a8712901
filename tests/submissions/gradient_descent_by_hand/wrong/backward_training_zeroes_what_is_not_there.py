# caught by: test_backward_training_steps_after_every_sample
# misconception: clears_a_gradient_that_is_not_there_yet
# Clears the gradient before there is one.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w.grad.zero_()
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
