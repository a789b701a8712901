# caught by: test_backward_training_leaves_the_rest_as_it_was
# misconception: leaves_autograd_off
# Switches autograd off for the costs and leaves it so.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        torch.set_grad_enabled(True)
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        torch.set_grad_enabled(False)
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
