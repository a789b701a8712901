# caught by: test_squared_loss_halves_the_squared_error
# misconception: squares_before_subtracting
# Subtracts the squares instead of squaring the difference.
def squared_loss(y_hat, y):
    return (y_hat ** 2 - y.view(y_hat.size()) ** 2) / 2
