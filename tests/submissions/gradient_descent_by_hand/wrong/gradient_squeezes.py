# caught by: test_gradient_takes_any_number_of_samples
# Breaks for a single sample, which is squeezed away.
def gradient(xs, ys, w):
    xs, ys = xs.squeeze(), ys.squeeze()
    return sum(2 * x * (x * w - y) for x, y in zip(xs, ys)) / xs.size
