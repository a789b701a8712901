# caught by: test_forward_multiplies_x_by_w
# misconception: rounds_the_result
# Shows three decimals and makes a number of the text again.
def forward(x, w):
    return float("{:.3f}".format(x * w))
