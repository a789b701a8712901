# caught by: test_get_loss_is_the_mean_squared_error
# misconception: not_reduced
# Leaves a loss for each example.
def get_loss():
    def loss(y_hat, y):
        return nn.functional.mse_loss(y_hat, y, reduction="none")
    return loss
