# caught by: test_forward_multiplies_x_by_w
# misconception: predicts_with_the_same_weight_each_time
# Keeps the weight of the first call.
_weights = {}


def forward(x, w):
    _weights.setdefault("w", w)
    return x * _weights["w"]
