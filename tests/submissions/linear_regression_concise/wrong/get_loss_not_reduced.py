# caught by: test_get_loss_is_the_mean_squared_error
# Leaves a loss for each example.
def get_loss():
    return nn.MSELoss(reduction="none")
