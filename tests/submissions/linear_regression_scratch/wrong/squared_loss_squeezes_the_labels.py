# caught by: test_squared_loss_halves_the_squared_error
# misconception: lays_one_side_flat
# Makes the labels flat, so that the difference broadcasts to (n, n).
def squared_loss(y_hat, y):
    y = y.squeeze()
    return (y_hat - y) ** 2 / 2
