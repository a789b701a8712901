# caught by: test_gradient_is_the_derivative_of_the_cost
# Goes to the next tenth.
import math


def gradient(xs, ys, w):
    slopes = [2 * x * (x * w - y) for x, y in zip(xs, ys)]
    return math.ceil(10 * sum(slopes) / len(slopes)) / 10
