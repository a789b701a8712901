# caught by: test_squared_loss_halves_the_squared_error
# Adds y to y_hat instead of subtracting it.
def squared_loss(y_hat, y):
    return (y_hat + y.view(y_hat.size())) ** 2 / 2
