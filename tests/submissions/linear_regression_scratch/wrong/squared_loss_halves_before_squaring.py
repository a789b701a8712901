# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_another_factor
# Squares the half as well, which gives a quarter.
def squared_loss(y_hat, y):
    return ((y_hat - y.view(y_hat.size())) / 2) ** 2
