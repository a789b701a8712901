# caught by: test_backward_training_steps_after_every_sample
# misconception: returns_a_generator
# Yields the costs: nothing is trained until somebody iterates.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        yield ((xs * w - ys) ** 2).mean().item()
