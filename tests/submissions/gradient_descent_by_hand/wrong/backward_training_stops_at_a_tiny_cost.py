# caught by: test_backward_training_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Takes a cost that is nearly nothing for the end of the training.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    while len(costs) < epochs:
        for i in range(len(xs)):
            error = xs[i] * w - ys[i]
            (error * error).sum().backward()
            w.data -= lr * w.grad
            w.grad.zero_()
        costs.append(float(torch.mean((xs * w.detach() - ys) ** 2)))
        if costs[-1] < 1e-8:
            break
    return costs
