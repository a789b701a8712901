# caught by: test_loss_squares_the_error
# Takes the weight for the prediction.
def loss(x, y, w):
    y_hat = w
    return (y_hat - y) ** 2
