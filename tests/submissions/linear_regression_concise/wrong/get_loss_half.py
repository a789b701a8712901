# caught by: test_get_loss_is_the_mean_squared_error
# misconception: keeps_the_half
# Keeps the half of the first notebook.
def get_loss():
    return lambda y_hat, y: nn.functional.mse_loss(y_hat, y) / 2
