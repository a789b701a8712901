# caught by: test_squared_loss_halves_the_squared_error
# Returns the root of the mean squared error in every row.
def squared_loss(y_hat, y):
    rmse = ((y_hat - y.view(y_hat.size())) ** 2).mean().sqrt()
    return rmse.expand_as(y_hat)
