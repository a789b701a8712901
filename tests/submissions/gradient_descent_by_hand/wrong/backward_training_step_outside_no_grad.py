# caught by: test_backward_training_steps_after_every_sample
# misconception: records_the_step
# Only the clearing stands in the block.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            ((x * w - y) ** 2).backward()
            w.sub_(lr * w.grad)
            with torch.no_grad():
                w.grad.zero_()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
