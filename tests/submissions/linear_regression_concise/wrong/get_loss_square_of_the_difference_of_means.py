# caught by: test_get_loss_is_the_mean_squared_error
# misconception: averages_the_errors
# Compares the mean prediction with the mean label.
def get_loss():
    def loss(y_hat, y):
        return (y_hat.mean() - y.mean()).square()
    return loss
