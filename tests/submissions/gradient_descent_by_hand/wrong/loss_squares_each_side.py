# caught by: test_loss_squares_the_error
# misconception: squares_before_subtracting
# Subtracts the squares instead of squaring the difference.
def loss(x, y, w):
    return (x * w) ** 2 - y ** 2
