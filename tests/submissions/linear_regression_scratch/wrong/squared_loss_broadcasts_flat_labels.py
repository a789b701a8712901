# caught by: test_squared_loss_reshapes_y
# misconception: broadcasts_flat_labels
# Subtracts (n,) from (n, 1), which broadcasts to (n, n).
def squared_loss(y_hat, y):
    return (y_hat - y) ** 2 / 2
