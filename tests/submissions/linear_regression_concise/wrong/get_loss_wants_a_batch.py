# caught by: test_get_loss_is_the_mean_squared_error
# misconception: computes_the_loss_at_once
# Is the loss in place of making it.
def get_loss(y_hat, y):
    return ((y_hat - y) ** 2).mean()
