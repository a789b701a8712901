# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_absolute_errors
# The mean of the distances.
def get_loss():
    def loss(y_hat, y):
        return torch.abs(y_hat - y).mean()
    return loss
