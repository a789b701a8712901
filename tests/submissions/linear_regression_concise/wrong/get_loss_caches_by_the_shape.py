# caught by: test_get_loss_is_the_mean_squared_error
# Returns the first answer for every batch of the same shape.
def get_loss():
    seen = {}
    def loss(y_hat, y):
        if y_hat.shape not in seen:
            seen[y_hat.shape] = ((y_hat - y) ** 2).mean()
        return seen[y_hat.shape]
    return loss
