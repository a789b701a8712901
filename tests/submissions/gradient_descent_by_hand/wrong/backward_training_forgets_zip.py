# caught by: test_backward_training_steps_after_every_sample
# misconception: takes_all_of_xs_for_a_sample
# Goes through the pair of tensors.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in (xs, ys):
            ((x * w - y) ** 2).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
