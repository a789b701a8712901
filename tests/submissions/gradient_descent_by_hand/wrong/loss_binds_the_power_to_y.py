# caught by: test_loss_squares_the_error
# Forgets the brackets: only y is squared.
def loss(x, y, w):
    return x * w - y ** 2
