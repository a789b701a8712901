# caught by: test_gradient_is_the_derivative_of_the_cost
# Takes the sign of the error.
def gradient(xs, ys, w):
    return np.mean(2 * xs * np.sign(xs * w - ys))
