# caught by: test_squared_loss_halves_the_squared_error
# misconception: never_squares
# Takes the two of the square for a factor.
def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) * 2 / 2
