# caught by: test_loss_squares_the_error
# misconception: halves
# Adds the factor one half of other texts.
def loss(x, y, w):
    return 0.5 * (x * w - y) ** 2
