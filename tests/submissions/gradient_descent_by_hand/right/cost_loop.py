def cost(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += loss(x, y, w)
    return total / len(xs)
