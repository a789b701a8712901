def gradient(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += 2 * x * (x * w - y)
    return total / len(xs)
