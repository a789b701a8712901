# caught by: test_get_loss_is_the_mean_squared_error
# Takes the loss of absolute errors.
def get_loss():
    return nn.L1Loss()
