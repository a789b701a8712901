# caught by: test_get_loss_is_the_mean_squared_error
# misconception: compares_everything_with_everything
# Compares (n,) with (n, 1) when both are (n,): "labels of the same shape, usually (n, 1)".
def get_loss():
    mse = nn.MSELoss()
    return lambda y_hat, y: mse(y_hat, y.view(-1, 1))
