# caught by: test_gradient_is_the_derivative_of_the_cost
# Takes the gradient at the mean x and the mean y.
def gradient(xs, ys, w):
    x, y = np.mean(xs), np.mean(ys)
    return 2 * x * (x * w - y)
