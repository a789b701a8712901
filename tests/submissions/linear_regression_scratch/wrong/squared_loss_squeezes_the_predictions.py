# caught by: test_squared_loss_halves_the_squared_error
# misconception: lays_one_side_flat
# Makes the predictions flat and leaves the labels as they are.
def squared_loss(y_hat, y):
    return (y_hat.squeeze(1) - y) ** 2 / 2
