# caught by: test_loss_squares_the_error
# Grows only linearly for large errors.
def loss(x, y, w):
    e = abs(x * w - y)
    return e ** 2 if e <= 10 else 20 * e - 100
