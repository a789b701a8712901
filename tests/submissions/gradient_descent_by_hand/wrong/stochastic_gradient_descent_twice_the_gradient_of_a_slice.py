# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: doubles_the_gradient
# Puts a 2 in front of `gradient`, which has it already.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(xs)):
            w = w - lr * 2 * gradient(xs[i:i + 1], ys[i:i + 1], w)
        costs.append(cost(xs, ys, w))
    return w, costs
