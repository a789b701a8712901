def cost(xs, ys, w):
    e = w * xs - ys
    return e @ e / e.size
