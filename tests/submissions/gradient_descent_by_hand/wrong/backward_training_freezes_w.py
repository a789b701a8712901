# caught by: test_backward_training_leaves_the_rest_as_it_was
# misconception: switches_the_gradients_of_w_off
# Switches the gradients of w off for the steps, and not on again at the end.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    w.requires_grad_(False)
    return costs
