# caught by: test_get_loss_is_the_mean_squared_error
# misconception: divides_by_the_rows
# Divides by the rows: "the mean … over all elements", and the shape is only "usually (n, 1)".
def get_loss():
    return lambda y_hat, y: ((y_hat - y) ** 2).sum() / len(y)
