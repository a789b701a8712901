# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: adds_up_the_losses_on_the_way
# Adds up the losses on the way.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        total = 0.0
        for x, y in zip(xs, ys):
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
            total += l.item()
        costs.append(total)
    return costs
