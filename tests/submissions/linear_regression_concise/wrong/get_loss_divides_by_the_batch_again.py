# caught by: test_get_loss_is_the_mean_squared_error
# misconception: divides_by_the_rows
# Divides the mean by the number of rows once more.
def get_loss():
    def loss(y_hat, y):
        return nn.functional.mse_loss(y_hat, y) / len(y)
    return loss
