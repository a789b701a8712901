# caught by: test_backward_training_steps_after_every_sample
# misconception: rebinds_w
# Makes a new w that requires no gradients.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            squared_error = torch.square(x * w - y)
            squared_error.backward()
            with torch.no_grad():
                w = w.sub(w.grad, alpha=lr)
        costs.append(torch.square(xs * w - ys).mean().item())
    return costs
