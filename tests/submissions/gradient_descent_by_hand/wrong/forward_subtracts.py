# caught by: test_forward_multiplies_x_by_w
# misconception: subtracts_or_divides
# Thinks of the distance between the time and the weight.
def forward(x, w):
    return x - w
