# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: predicts_with_the_same_weight_each_time
# Predicts with a weight that was set above.
weight = 0.5


def gradient(xs, ys, w):
    return np.mean([2 * x * (x * weight - y) for x, y in zip(xs, ys)])
