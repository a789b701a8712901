def get_loss():
    each = nn.MSELoss(reduction="none")
    return lambda y_hat, y: each(y_hat, y).mean()
