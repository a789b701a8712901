# caught by: test_backward_training_returns_the_cost_after_every_epoch
# misconception: notes_the_loss_of_the_last_sample
# Asks the last sample again, with the weight at the end of the epoch.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((x * w - y) ** 2).item())
    return costs
