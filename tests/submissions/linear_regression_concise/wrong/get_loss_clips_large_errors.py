# caught by: test_get_loss_is_the_mean_squared_error
# Errors beyond 1000 are cut off: not the mean of the squares.
def get_loss():
    return lambda y_hat, y: torch.clamp(y_hat - y, -1000, 1000).square().mean()
