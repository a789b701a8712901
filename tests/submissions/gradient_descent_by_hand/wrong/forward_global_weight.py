# caught by: test_forward_multiplies_x_by_w
# Uses a weight of its own instead of the argument.
weight = 2.0


def forward(x, w):
    return x * weight
