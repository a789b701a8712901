# caught by: test_forward_multiplies_x_by_w
# misconception: raises_to_a_power
# Two stars instead of one.
def forward(x, w):
    return x ** w
