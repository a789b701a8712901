# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_a_root
# The length of the vector of errors.
def get_loss():
    return lambda y_hat, y: torch.linalg.norm((y_hat - y).flatten())
