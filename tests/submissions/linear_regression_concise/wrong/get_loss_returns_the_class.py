# caught by: test_get_loss_is_the_mean_squared_error
# misconception: returns_the_class
# Returns the class, without making an object of it.
def get_loss():
    return nn.MSELoss
