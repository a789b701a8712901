# caught by: test_backward_training_steps_after_every_sample
# misconception: computes_the_loss_unrecorded
# Takes all numbers out of their tensors before it computes.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs.tolist(), ys.tolist()):
            l = (x * w.item() - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
                w.grad.zero_()
        costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
