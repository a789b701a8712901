# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: notes_the_weights
# Notes the weights instead of the costs.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(w)
    return w, costs
