def cost(xs, ys, w):
    def total(i):
        return 0.0 if i == len(xs) else loss(xs[i], ys[i], w) + total(i + 1)

    return total(0) / len(xs)
