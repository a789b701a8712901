# caught by: test_get_loss_is_the_mean_squared_error
# misconception: adds_up_the_squares
# The sum of the halves, as train of the first notebook had it.
def get_loss():
    return lambda y_hat, y: torch.sum((y_hat - y) ** 2 / 2)
