# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_too_few_arguments
# Has no parameter for the labels.
def squared_loss(y_hat):
    y = labels.reshape(y_hat.shape)
    return 0.5 * (y_hat - y).square()
