# caught by: test_backward_training_steps_after_every_sample
# misconception: steps_by_none
# Sets the gradient to None between backward() and the step.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(xs)):
            error = xs[i] * w - ys[i]
            (error * error).backward()
            w.grad = None
            w.data.sub_(lr * w.grad)
        costs.append(torch.mean((xs * w - ys) ** 2).item())
    return costs
