# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: forgets_the_inner_derivative
# Takes the mean error for the slope.
def gradient(xs, ys, w):
    return np.mean(xs * w - ys)
