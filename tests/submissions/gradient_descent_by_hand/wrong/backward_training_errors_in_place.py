# caught by: test_backward_training_leaves_the_rest_as_it_was
# Computes the errors in place, in the caller's ys.
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
    ys.sub_(xs * w.detach())
    return costs
