# caught by: test_loss_squares_the_error
# misconception: forgets_the_square
# Forgets the square.
def loss(x, y, w):
    return x * w - y
