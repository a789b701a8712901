# caught by: test_get_loss_is_the_mean_squared_error
# Errors beyond 500 count linearly: not the mean of the squares.
def get_loss():
    huber = nn.HuberLoss(delta=500.0)
    return lambda y_hat, y: 2 * huber(y_hat, y)
