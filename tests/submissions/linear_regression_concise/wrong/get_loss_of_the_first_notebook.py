# caught by: test_get_loss_is_the_mean_squared_error
# misconception: not_reduced
# squared_loss, as it was.
def get_loss():
    def squared_loss(y_hat, y):
        return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
    return squared_loss
