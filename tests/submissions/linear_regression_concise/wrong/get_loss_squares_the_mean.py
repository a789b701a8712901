# caught by: test_get_loss_is_the_mean_squared_error
# misconception: averages_the_errors
# Averages first and squares afterwards, so that errors cancel.
def get_loss():
    def loss(y_hat, y):
        return torch.mean(y_hat - y) ** 2
    return loss
