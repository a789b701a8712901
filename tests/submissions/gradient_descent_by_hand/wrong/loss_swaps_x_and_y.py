# caught by: test_loss_squares_the_error
# misconception: swaps_x_and_y
# Takes y for x.
def loss(x, y, w):
    return (y * w - x) ** 2
