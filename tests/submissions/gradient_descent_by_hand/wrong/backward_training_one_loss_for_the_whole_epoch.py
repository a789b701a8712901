# caught by: test_backward_training_steps_after_every_sample
# misconception: goes_back_twice_through_a_graph
# Computes the losses of the epoch once, and goes back for every sample.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        losses = (xs * w - ys) ** 2
        for l in losses:
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
