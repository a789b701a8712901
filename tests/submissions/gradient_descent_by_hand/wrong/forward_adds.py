# caught by: test_forward_multiplies_x_by_w
# misconception: adds
# Adds the weight instead of multiplying by it.
def forward(x, w):
    return x + w
