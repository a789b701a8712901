# caught by: test_squared_loss_halves_the_squared_error
# misconception: hard_codes_a_shape
# Believes that every batch has the ten rows of the notes' batch size.
def squared_loss(y_hat, y):
    return (y_hat - y.view(10, 1)) ** 2 / 2
