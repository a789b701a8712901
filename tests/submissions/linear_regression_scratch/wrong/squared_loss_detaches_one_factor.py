# caught by: test_squared_loss_passes_the_gradient_on
# misconception: follows_one_factor_only
# Stops the gradient of one of the two factors, so that it is half as large.
def squared_loss(y_hat, y):
    error = y_hat - y.view(y_hat.size())
    return error * error.data / 2
