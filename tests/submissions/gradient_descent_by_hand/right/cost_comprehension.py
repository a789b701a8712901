def cost(xs, ys, w):
    return sum([(x * w - y) ** 2 for x, y in zip(xs, ys)]) / len(xs)
