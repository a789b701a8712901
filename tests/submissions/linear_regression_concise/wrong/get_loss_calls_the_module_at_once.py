# caught by: test_get_loss_is_the_mean_squared_error
# misconception: computes_the_loss_at_once
# Calls the module, with predictions that it does not have.
def get_loss():
    mse = nn.MSELoss()
    return mse(y_hat, y)
