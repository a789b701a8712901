# caught by: test_get_loss_is_the_mean_squared_error
# The variance of the errors: a common error does not count.
def get_loss():
    return lambda y_hat, y: (y_hat - y).var(unbiased=False)
