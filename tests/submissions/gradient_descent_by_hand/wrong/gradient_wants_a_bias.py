# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: wants_more_arguments
# The slope of a model with a bias.
def gradient(xs, ys, w, b):
    return 2 * np.mean(xs * (xs * w + b - ys))
