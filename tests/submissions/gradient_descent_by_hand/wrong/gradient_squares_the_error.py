# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: keeps_the_square
# Keeps the square in the derivative.
def gradient(xs, ys, w):
    return np.mean(2 * xs * (xs * w - ys) ** 2)
