import math


def cost(xs, ys, w):
    return math.fsum(loss(x, y, w) for x, y in zip(xs, ys)) / len(ys)
