# caught by: test_loss_squares_the_error
# misconception: expects_arrays
# Calls a method of arrays on a single number.
def loss(x, y, w):
    return ((x * w - y) ** 2).mean()
