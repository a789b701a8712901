# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: keeps_the_square
# Puts a 2 in front of the square and leaves it there.
def gradient(xs, ys, w):
    return 2 * np.mean((xs * w - ys) ** 2)
