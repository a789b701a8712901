# caught by: test_loss_squares_the_error
# misconception: writes_a_caret_for_a_power
# Writes ^ for a power.
def loss(x, y, w):
    return (x * w - y) ^ 2
