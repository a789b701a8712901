# caught by: test_squared_loss_reshapes_y
# misconception: orders_the_parameters_differently
# Takes the labels first and gives the result the shape of what it calls the prediction.
def squared_loss(y, y_hat):
    return (y_hat - y.view(y_hat.shape)) ** 2 / 2
