# caught by: test_get_loss_is_the_mean_squared_error
# misconception: adds_up_the_squares
# Adds the squared errors up.
def get_loss():
    return nn.MSELoss(reduction="sum")
