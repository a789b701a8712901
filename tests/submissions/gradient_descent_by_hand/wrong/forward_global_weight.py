# caught by: test_forward_multiplies_x_by_w
# misconception: predicts_with_the_same_weight_each_time
# Uses a weight of its own instead of the argument.
weight = 2.0


def forward(x, w):
    return x * weight
