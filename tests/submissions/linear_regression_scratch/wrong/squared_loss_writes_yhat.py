# caught by: test_squared_loss_halves_the_squared_error
# misconception: misspells_a_parameter
# Calls the prediction yhat in the first line and y_hat below it.
def squared_loss(yhat, y):
    error = y_hat - y.reshape(-1, 1)
    return 0.5 * error * error
