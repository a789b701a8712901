# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_absolute_errors
# Takes the loss of absolute errors.
def get_loss():
    return nn.L1Loss()
