# caught by: test_loss_squares_the_error
# misconception: takes_absolute_errors
# Takes the root of the square again.
import math


def loss(x, y, w):
    return math.sqrt((x * w - y) ** 2)
