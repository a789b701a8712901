# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_the_huber_loss
# Is linear for large errors.
def get_loss():
    return nn.SmoothL1Loss()
