# caught by: test_gradient_is_the_derivative_of_the_cost
# Returns the derivatives of the samples, not their mean.
def gradient(xs, ys, w):
    return 2 * xs * (xs * w - ys)
