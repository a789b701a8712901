# caught by: test_loss_squares_the_error
# misconception: returns_the_prediction
# Subtracts and squares, and returns what it had before.
def loss(x, y, w):
    l = x * w
    (l - y) ** 2
    return l
