# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: leaves_out_the_weight
# The error is the distance between x and y.
def gradient(xs, ys, w):
    return 2 * np.mean(xs * (xs - ys))
