# caught by: test_get_loss_is_the_mean_squared_error
# misconception: keeps_the_half
# Divides by 2m, as textbooks do for a nicer derivative.
def get_loss():
    def loss(y_hat, y):
        m = y_hat.shape[0]
        return ((y_hat - y) ** 2).sum() / (2 * m)
    return loss
