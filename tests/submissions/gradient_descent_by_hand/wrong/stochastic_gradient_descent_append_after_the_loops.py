# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: notes_one_number_in_all
# Notes the cost when all is over.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
    return w, [cost(xs, ys, w)]
