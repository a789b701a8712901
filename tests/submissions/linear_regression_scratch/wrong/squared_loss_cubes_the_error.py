# caught by: test_squared_loss_halves_the_squared_error
# Multiplies the error once too often.
def squared_loss(y_hat, y):
    e = y_hat - y.view(y_hat.size())
    return e * e * e / 2
