def gradient(xs, ys, w):
    return 2 * (w * np.mean(xs ** 2) - np.mean(xs * ys))
