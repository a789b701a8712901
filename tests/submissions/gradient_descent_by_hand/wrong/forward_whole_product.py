# caught by: test_forward_multiplies_x_by_w
# misconception: cuts_off_the_decimals
# Whole litres only.
def forward(x, w):
    litres = (x * w) // 1
    return litres
