def loss(x, y, w):
    y_hat = forward(x, w)
    return (y_hat - y) * (y_hat - y)
