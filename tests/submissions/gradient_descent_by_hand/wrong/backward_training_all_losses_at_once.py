# caught by: test_backward_training_steps_after_every_sample
# misconception: calls_backward_on_many_numbers
# Calls backward() for a tensor of all losses.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        losses = (xs * w - ys) ** 2
        losses.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        costs.append(losses.mean().item())
    return costs
