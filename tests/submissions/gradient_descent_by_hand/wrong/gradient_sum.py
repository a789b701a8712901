# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: adds_up_without_dividing
# Forgets to divide by n.
def gradient(xs, ys, w):
    return np.sum(2 * xs * (xs * w - ys))
