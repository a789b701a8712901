# caught by: test_squared_loss_halves_the_squared_error
# misconception: makes_every_loss_zero
# Overwrites y with a view of y_hat, so that every loss is zero.
def squared_loss(y_hat, y):
    y = y_hat.view(y_hat.size())
    return (y_hat - y) ** 2 / 2
