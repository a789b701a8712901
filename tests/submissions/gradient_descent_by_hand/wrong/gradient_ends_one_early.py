# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: leaves_out_a_sample
# Cuts the last sample off.
def gradient(xs, ys, w):
    x, y = xs[:-1], ys[:-1]
    return 2 * np.sum(x * (x * w - y)) / len(xs)
