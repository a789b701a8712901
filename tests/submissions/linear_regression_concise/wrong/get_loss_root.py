# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_a_root
# Takes the root in the end.
def get_loss():
    mse = nn.MSELoss()
    return lambda y_hat, y: torch.sqrt(mse(y_hat, y))
