# caught by: test_get_loss_is_the_mean_squared_error
# misconception: computes_in_float32
# Computes in float32, whatever comes.
def get_loss():
    return lambda y_hat, y: nn.functional.mse_loss(y_hat.float(), y.float())
