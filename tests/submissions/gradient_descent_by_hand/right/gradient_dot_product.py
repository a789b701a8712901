def gradient(xs, ys, w):
    return 2 / len(xs) * xs.dot(xs * w - ys)
