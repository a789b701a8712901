def loss(x, y, w):
    return np.square(np.subtract(x * w, y))
