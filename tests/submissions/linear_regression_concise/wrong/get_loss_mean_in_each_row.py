# caught by: test_get_loss_is_the_mean_squared_error
# misconception: averages_along_one_axis
# Averages over the columns, and leaves a number for each row.
def get_loss():
    return lambda y_hat, y: torch.mean((y_hat - y) ** 2, dim=-1)
