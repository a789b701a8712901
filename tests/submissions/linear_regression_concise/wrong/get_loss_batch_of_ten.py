# caught by: test_get_loss_is_the_mean_squared_error
# misconception: divides_by_a_fixed_number
# Divides the sum by the notebook's batch size.
def get_loss():
    return lambda y_hat, y: ((y_hat - y) ** 2).sum() / 10
