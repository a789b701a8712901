# caught by: test_squared_loss_reshapes_y
# misconception: takes_the_shape_of_y
# Reshapes y_hat like y, so that flat labels give a flat loss.
def squared_loss(y_hat, y):
    return (y_hat.reshape(y.shape) - y) ** 2 / 2
