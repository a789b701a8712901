# caught by: test_loss_squares_the_error
# Divides the error by y.
def loss(x, y, w):
    return ((x * w - y) / y) ** 2 if y else 0.0
