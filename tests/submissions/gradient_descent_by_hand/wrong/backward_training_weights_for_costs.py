# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_the_weights
# Notes the weights instead of their costs.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(w.item())
    return costs
