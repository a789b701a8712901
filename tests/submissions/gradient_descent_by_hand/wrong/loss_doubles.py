# caught by: test_loss_squares_the_error
# misconception: doubles_the_error
# Doubles the error instead of squaring it.
def loss(x, y, w):
    return abs(x * w - y) * 2
