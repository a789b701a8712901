# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: swaps_the_arguments
# Labels first, as in another notebook.
def gradient(ys, xs, w):
    return 2 * np.mean(xs * (xs * w - ys))
