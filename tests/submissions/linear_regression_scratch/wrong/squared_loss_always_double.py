# caught by: test_squared_loss_halves_the_squared_error
# misconception: makes_float64_of_float32
# Turns float32 into float64.
def squared_loss(y_hat, y):
    return (y_hat.double() - y.double().view(y_hat.size())) ** 2 / 2
