def cost(xs, ys, w):
    return ((xs * w - ys) ** 2).mean()
