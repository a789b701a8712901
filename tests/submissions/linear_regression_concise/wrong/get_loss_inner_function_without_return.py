# caught by: test_get_loss_is_the_mean_squared_error
# misconception: loss_forgets_return
# The inner function computes, and gives nothing back.
def get_loss():
    def mean_squared_error(y_hat, y):
        result = ((y_hat - y) ** 2).mean()
    return mean_squared_error
