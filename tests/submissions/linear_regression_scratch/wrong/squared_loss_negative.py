# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_another_factor
# Multiplies (y_hat - y) by (y - y_hat), so that every loss is negative.
def squared_loss(y_hat, y):
    y = y.view(y_hat.size())
    return (y_hat - y) * (y - y_hat) / 2
