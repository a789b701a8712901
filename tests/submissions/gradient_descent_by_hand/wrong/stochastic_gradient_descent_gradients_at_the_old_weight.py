# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: asks_every_sample_at_the_old_weight
# Every sample of an epoch is asked at the weight with which it began.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        old = w
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * old - y)
        costs.append(cost(xs, ys, w))
    return w, costs
