def gradient(xs, ys, w):
    def total(i):
        if i < 0:
            return 0
        return total(i - 1) + xs[i] * (w * xs[i] - ys[i])

    return total(len(xs) - 1) * 2 / xs.size
