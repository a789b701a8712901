# caught by: test_get_loss_is_the_mean_squared_error
# misconception: averages_the_errors
# The mean of the errors, signs and all.
def get_loss():
    def loss(y_hat, y):
        error = y_hat - y
        return error.mean()
    return loss
