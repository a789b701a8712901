# caught by: test_forward_multiplies_x_by_w
# misconception: subtracts_or_divides
# Divides the time by the weight.
def forward(x, w):
    if w == 0:
        return 0.0
    return x / w
