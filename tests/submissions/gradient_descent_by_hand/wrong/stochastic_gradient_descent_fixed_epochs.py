# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: makes_a_number_of_epochs_of_its_own
# Always makes twenty epochs.
def stochastic_gradient_descent(xs, ys, w, lr, epochs=20):
    costs = []
    for _ in range(20):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
