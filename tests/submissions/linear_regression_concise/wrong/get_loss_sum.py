# caught by: test_get_loss_is_the_mean_squared_error
# Adds the squared errors up.
def get_loss():
    return nn.MSELoss(reduction="sum")
