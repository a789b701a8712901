# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: forgets_the_two
# Forgets the 2 of the square.
def gradient(xs, ys, w):
    return np.mean(xs * (xs * w - ys))
