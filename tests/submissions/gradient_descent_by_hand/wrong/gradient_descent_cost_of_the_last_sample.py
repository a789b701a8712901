# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: notes_the_loss_of_the_last_sample
# Notes the loss of a single sample.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(loss(xs[-1], ys[-1], w))
    return w, costs
