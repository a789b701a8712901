def squared_loss(y_hat, y):
    r = y_hat.clone()
    r -= y.reshape(y_hat.shape)
    out = r * r
    out /= 2
    return out
