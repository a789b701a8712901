# caught by: test_get_loss_is_the_mean_squared_error
# misconception: not_reduced
# Squares each error and leaves it at that.
def get_loss():
    return lambda y_hat, y: (y_hat - y).pow(2)
