# caught by: test_loss_squares_the_error
# Only a prediction that is too large costs something.
def loss(x, y, w):
    y_hat = x * w
    if y_hat <= y:
        return 0
    return (y_hat - y) ** 2
