# caught by: test_loss_squares_the_error
# misconception: takes_absolute_errors
# Takes the absolute error.
def loss(x, y, w):
    return abs(x * w - y)
