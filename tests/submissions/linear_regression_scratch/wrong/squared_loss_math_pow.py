# caught by: test_squared_loss_halves_the_squared_error
# misconception: makes_one_number_of_many
# Uses a function of math, which takes a single number.
import math

def squared_loss(y_hat, y):
    return math.pow(y_hat - y.view(y_hat.size()), 2) / 2
