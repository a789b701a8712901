# caught by: test_loss_squares_the_error
# misconception: squares_before_subtracting
# Forgets the brackets: only y is squared.
def loss(x, y, w):
    return x * w - y ** 2
