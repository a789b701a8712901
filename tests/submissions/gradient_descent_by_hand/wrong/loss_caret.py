# caught by: test_loss_squares_the_error
# Writes ^ for a power.
def loss(x, y, w):
    return (x * w - y) ^ 2
