# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: swaps_the_arguments
# The weight is the second parameter.
def gradient(xs, w, ys):
    return 2 * np.mean(xs * (xs * w - ys))
