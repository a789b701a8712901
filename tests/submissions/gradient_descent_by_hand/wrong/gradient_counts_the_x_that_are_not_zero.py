# caught by: test_gradient_takes_any_number_of_samples
# Divides by the number of x that are not 0.
def gradient(xs, ys, w):
    return 2 * np.sum(xs * (xs * w - ys)) / np.count_nonzero(xs)
