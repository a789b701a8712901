# caught by: test_loss_squares_the_error
# misconception: halves
# The squared loss as in books that put a half in front.
def loss(x, y, w):
    y_hat = forward(x, w)
    return np.square(y_hat - y) / 2
