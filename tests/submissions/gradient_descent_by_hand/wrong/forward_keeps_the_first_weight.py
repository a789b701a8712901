# caught by: test_forward_multiplies_x_by_w
# misconception: multiplies_by_the_same_number_each_time
# Keeps the weight of the first call.
_weights = {}


def forward(x, w):
    _weights.setdefault("w", w)
    return x * _weights["w"]
