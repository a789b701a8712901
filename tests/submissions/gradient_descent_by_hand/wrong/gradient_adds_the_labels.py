# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: adds_the_label
# A plus where the error has a minus.
def gradient(xs, ys, w):
    return 2 * np.mean(xs * (xs * w + ys))
