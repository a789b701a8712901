# caught by: test_gradient_takes_any_number_of_samples
# Cuts off large gradients.
def gradient(xs, ys, w):
    return np.clip(2 * np.mean(xs * (xs * w - ys)), -1000, 1000)
