# caught by: test_loss_squares_the_error
# misconception: takes_fewer_arguments
# As in courses where the weight is a global variable.
w = 1.0


def loss(x, y):
    y_pred = x * w
    return (y_pred - y) * (y_pred - y)
