# caught by: test_cost_is_the_mean_of_the_losses
# misconception: treats_an_array_as_a_number
# A function of math takes one number.
import math


def cost(xs, ys, w):
    return sum([math.pow(xs * w - ys, 2)]) / len(xs)
