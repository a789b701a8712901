# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_mean
# Returns the mean over the batch, one number instead of one loss for every row.
def squared_loss(y_hat, y):
    return ((y_hat - y.view(y_hat.size())) ** 2 / 2).mean()
