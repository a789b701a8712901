def gradient(xs, ys, w):
    return np.mean(2 * xs * (xs * w - ys))
