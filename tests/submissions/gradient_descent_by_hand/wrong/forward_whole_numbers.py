# caught by: test_forward_multiplies_x_by_w
# misconception: cuts_off_the_decimals
# Cuts off the decimals.
def forward(x, w):
    return int(x) * int(w)
