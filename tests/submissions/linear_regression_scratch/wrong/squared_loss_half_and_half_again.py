# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_another_factor
# Multiplies by one half and divides by two as well.
def squared_loss(y_hat, y):
    return 0.5 * (y_hat - y.view(y_hat.size())) ** 2 / 2
