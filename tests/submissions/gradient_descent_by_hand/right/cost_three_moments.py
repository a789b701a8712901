def cost(xs, ys, w):
    # expand the square: a parabola in w
    return np.mean(xs ** 2) * w ** 2 - 2 * np.mean(xs * ys) * w + np.mean(ys ** 2)
