# caught by: test_loss_squares_the_error
# misconception: swaps_the_arguments
# Takes y for x.
def loss(x, y, w):
    return (y * w - x) ** 2
