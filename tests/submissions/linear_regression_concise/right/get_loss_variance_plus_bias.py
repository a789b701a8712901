def get_loss():
    # E e^2 = Var e + (E e)^2
    def loss(y_hat, y):
        e = y_hat - y
        return e.var(unbiased=False) + e.mean().pow(2)
    return loss
