def loss(x, y, w):
    return pow(y - w * x, 2)
