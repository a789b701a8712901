# caught by: test_forward_multiplies_x_by_w
# Keeps the weight of the first call.
_weights = {}


def forward(x, w):
    _weights.setdefault("w", w)
    return x * _weights["w"]
