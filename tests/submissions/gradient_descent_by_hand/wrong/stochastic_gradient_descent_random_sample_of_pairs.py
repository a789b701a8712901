# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: takes_the_samples_at_random
# Takes the pairs in a random order.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        pairs = list(zip(xs, ys))
        for x, y in random.sample(pairs, len(pairs)):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
