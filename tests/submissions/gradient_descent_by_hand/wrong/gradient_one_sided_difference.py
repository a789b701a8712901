# caught by: test_gradient_agrees_with_finite_differences
# misconception: takes_the_difference_of_two_costs
# A one-sided difference is a little off.
def gradient(xs, ys, w):
    h = 1e-6
    return (cost(xs, ys, w + h) - cost(xs, ys, w)) / h
