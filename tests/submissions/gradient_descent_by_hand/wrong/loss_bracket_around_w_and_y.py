# caught by: test_loss_squares_the_error
# The bracket begins behind the multiplication.
def loss(x, y, w):
    return x * (w - y) ** 2
