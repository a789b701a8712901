# caught by: test_get_loss_is_the_mean_squared_error
# misconception: calls_backward_itself
# Takes the gradients along.
def get_loss():
    mse = nn.MSELoss()
    def loss(y_hat, y):
        value = mse(y_hat, y)
        value.backward()
        return value
    return loss
