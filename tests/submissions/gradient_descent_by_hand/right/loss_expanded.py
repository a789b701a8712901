def loss(x, y, w):
    return x * x * w * w - 2 * x * w * y + y * y
