# caught by: test_loss_squares_the_error
# misconception: leaves_out_the_weight
# The distance between x and y: nothing is predicted.
def loss(x, y, w):
    error = x - y
    return error * error
