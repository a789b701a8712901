# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: returns_one_slope_for_each_sample
# Returns the derivatives of the samples, not their mean.
def gradient(xs, ys, w):
    return 2 * xs * (xs * w - ys)
