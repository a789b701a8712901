# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_the_loss_of_the_last_sample
# Notes the loss of the last sample.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(l.item())
    return costs
