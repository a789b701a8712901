# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: replaces_the_weight_by_the_step
# Writes =- for -=.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w =- lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
