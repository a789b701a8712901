# caught by: test_squared_loss_keeps_the_dtype
# misconception: makes_float32_of_float64
# Turns float64 into float32.
def squared_loss(y_hat, y):
    return (y_hat.float() - y.float().view(y_hat.size())) ** 2 / 2
