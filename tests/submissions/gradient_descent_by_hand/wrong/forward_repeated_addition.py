# caught by: test_forward_multiplies_x_by_w
# misconception: cuts_off_the_decimals
# Adds x up w times, which is right for whole weights only.
def forward(x, w):
    total = 0
    for _ in range(abs(int(w))):
        total += x
    return total if w >= 0 else -total
