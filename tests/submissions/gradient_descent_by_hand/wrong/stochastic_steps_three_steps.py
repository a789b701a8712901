# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: knows_three_samples
# Writes the three steps of the notebook one below the other.
def stochastic_steps(xs, ys, w, lr):
    first = w - lr * 2 * xs[0] * (xs[0] * w - ys[0])
    second = first - lr * 2 * xs[1] * (xs[1] * first - ys[1])
    third = second - lr * 2 * xs[2] * (xs[2] * second - ys[2])
    return [first, second, third]
