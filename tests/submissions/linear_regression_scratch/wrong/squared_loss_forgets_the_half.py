# caught by: test_squared_loss_halves_the_squared_error
# misconception: forgets_the_half
# Returns the squared error without the factor one half.
def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) ** 2
