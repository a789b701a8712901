def as_column(t):
    return t.reshape(t.shape[0], 1)


def residual(y_hat, y):
    return as_column(y_hat) - as_column(y)


def half(t):
    return t / 2


def squared_loss(y_hat, y):
    return half(residual(y_hat, y).pow(2))
