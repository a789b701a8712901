# caught by: test_loss_squares_the_error
# misconception: doubles_the_error
# Adds the error to itself.
def loss(x, y, w):
    error = x * w - y
    return error + error
