# caught by: test_gradient_takes_any_number_of_samples
# Breaks where there is a single sample: n - 1 for n.
def gradient(xs, ys, w):
    n = len(xs)
    return 2 * np.sum(xs * (xs * w - ys)) / (n - 1) * (n - 1) / n
