# caught by: test_forward_multiplies_x_by_w
# Thinks that an amount of water has no sign.
def forward(x, w):
    return abs(x) * abs(w)
