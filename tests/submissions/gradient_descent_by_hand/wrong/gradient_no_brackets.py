# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: multiplies_only_the_prediction
# Forgets the brackets around the error.
def gradient(xs, ys, w):
    return np.mean(2 * xs * xs * w - ys)
