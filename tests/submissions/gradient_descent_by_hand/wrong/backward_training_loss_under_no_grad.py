# caught by: test_backward_training_steps_after_every_sample
# misconception: computes_the_loss_unrecorded
# Computes the loss where nothing is recorded.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            with torch.no_grad():
                l = (x * w - y) ** 2
                l.backward()
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
