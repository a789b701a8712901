# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: points_downhill
# Has the sign of the way down.
def gradient(xs, ys, w):
    return np.mean(2 * xs * (ys - xs * w))
