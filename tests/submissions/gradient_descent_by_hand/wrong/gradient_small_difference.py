# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_the_difference_of_two_costs
# A central difference with a small step loses digits.
def gradient(xs, ys, w):
    h = 1e-5
    return (cost(xs, ys, w + h) - cost(xs, ys, w - h)) / (2 * h)
