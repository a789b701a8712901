# caught by: test_backward_training_steps_after_every_sample
# misconception: steps_by_none
# Looks for the gradient at the loss.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y).pow(2).sum()
            l.backward()
            with torch.no_grad():
                w -= l.grad * lr
        costs.append((xs * w - ys).pow(2).mean().item())
    return costs
