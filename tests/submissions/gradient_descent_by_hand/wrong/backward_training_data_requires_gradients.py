# caught by: test_backward_training_leaves_the_rest_as_it_was
# misconception: asks_for_gradients_of_the_samples
# Asks for gradients of the samples too, and leaves it so.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    xs.requires_grad_()
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
