# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_one_number_in_all
# Notes the cost when all is over.
def backward_training(xs, ys, w, lr, epochs):
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
    return [((xs * w - ys) ** 2).mean().item()]
