# caught by: test_loss_squares_the_error
# misconception: forgets_the_square
# How much is missing, and no square of it.
def loss(x, y, w):
    missing = y
    missing -= x * w
    return missing
