# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: forgets_the_inner_derivative
# Forgets the inner derivative.
def gradient(xs, ys, w):
    return np.mean(2 * (xs * w - ys))
