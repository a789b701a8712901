# caught by: test_get_loss_is_the_mean_squared_error
# Looks at the first column: "over all elements".
def get_loss():
    return lambda y_hat, y: ((y_hat[:, 0] - y[:, 0]) ** 2).mean()
