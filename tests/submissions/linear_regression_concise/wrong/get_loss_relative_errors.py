# caught by: test_get_loss_is_the_mean_squared_error
# Divides each error by the label.
def get_loss():
    return lambda y_hat, y: (((y_hat - y) / y) ** 2).mean()
