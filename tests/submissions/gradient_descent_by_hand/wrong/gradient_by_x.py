# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_the_derivative_by_x
# Is the derivative with respect to x.
def gradient(xs, ys, w):
    return np.mean(2 * w * (xs * w - ys))
