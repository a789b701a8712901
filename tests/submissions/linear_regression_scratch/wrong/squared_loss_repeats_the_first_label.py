# caught by: test_squared_loss_reshapes_y
# Compares every prediction with the first label when the labels are flat.
def squared_loss(y_hat, y):
    if y.dim() == 1:
        y = y[0]
    return (y_hat - y) ** 2 / 2
