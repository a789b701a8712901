# caught by: test_backward_training_steps_after_every_sample
# misconception: makes_one_step_an_epoch
# Has no loop over the samples.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        ((xs * w - ys) ** 2).mean().backward()
        with torch.no_grad():
            w -= lr * w.grad
            costs.append(((xs * w - ys) ** 2).mean().item())
        w.grad = None
    return costs
