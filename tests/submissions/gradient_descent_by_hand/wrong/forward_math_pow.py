# caught by: test_forward_multiplies_x_by_w
# misconception: raises_to_a_power
# Looks for "power" where a product is meant.
import math


def forward(x, w):
    return math.pow(x, w)
