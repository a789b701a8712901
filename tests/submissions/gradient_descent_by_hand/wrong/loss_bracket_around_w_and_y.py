# caught by: test_loss_squares_the_error
# misconception: subtracts_y_from_the_weight
# The bracket begins behind the multiplication.
def loss(x, y, w):
    return x * (w - y) ** 2
