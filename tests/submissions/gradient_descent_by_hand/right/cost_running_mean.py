def cost(xs, ys, w):
    mean = 0.0
    for count, (x, y) in enumerate(zip(xs.tolist(), ys.tolist()), start=1):
        mean += ((x * w - y) ** 2 - mean) / count
    return mean
