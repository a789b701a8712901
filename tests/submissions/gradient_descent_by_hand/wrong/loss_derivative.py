# caught by: test_loss_squares_the_error
# misconception: returns_the_derivative
# Returns the slope of the loss.
def loss(x, y, w):
    error = x * w - y
    return 2 * error * x
