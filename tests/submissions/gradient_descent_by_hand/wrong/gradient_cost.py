# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: returns_the_cost
# Returns the height of the curve.
def gradient(xs, ys, w):
    return cost(xs, ys, w)
