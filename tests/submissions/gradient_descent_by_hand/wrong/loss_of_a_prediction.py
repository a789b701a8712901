# caught by: test_loss_squares_the_error
# misconception: takes_fewer_arguments
# As in books where the loss is given a prediction.
def loss(y_hat, y):
    return (y_hat - y) ** 2
