# caught by: test_get_loss_is_the_mean_squared_error
# misconception: averages_along_one_axis
# Averages over the first axis only, so that a dimension is left.
def get_loss():
    return lambda y_hat, y: ((y_hat - y) ** 2).mean(dim=0)
