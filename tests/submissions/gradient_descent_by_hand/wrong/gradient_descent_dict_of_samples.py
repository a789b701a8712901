# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: takes_samples_for_one_another
# Keeps the samples in a dictionary: one label for each x.
def gradient_descent(xs, ys, w, lr, epochs):
    data = dict(zip(xs, ys))
    costs = []
    for e in range(epochs):
        w = w - lr * 2 * sum(x * (x * w - y) for x, y in data.items()) / len(data)
        costs.append(sum((x * w - y) ** 2 for x, y in data.items()) / len(data))
    return w, costs
