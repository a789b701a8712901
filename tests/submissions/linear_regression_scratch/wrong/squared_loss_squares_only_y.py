# caught by: test_squared_loss_halves_the_squared_error
# misconception: squares_before_subtracting
# Without brackets the power binds to y alone, and so does the half.
def squared_loss(y_hat, y):
    return y_hat - y.view(y_hat.size()) ** 2 / 2
