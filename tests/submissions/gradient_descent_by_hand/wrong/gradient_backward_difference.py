# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_the_difference_of_two_costs
# A one-sided difference to the left, with a large step.
def gradient(xs, ys, w):
    delta = 0.01
    return (cost(xs, ys, w) - cost(xs, ys, w - delta)) / delta
