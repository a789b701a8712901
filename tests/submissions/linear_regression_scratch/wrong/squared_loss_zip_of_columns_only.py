# caught by: test_squared_loss_reshapes_y
# misconception: accepts_only_columns
# Looks for the label in column 0, which flat labels do not have.
def squared_loss(y_hat, y):
    error = y_hat[:, 0] - y[:, 0]
    return (error ** 2 / 2).unsqueeze(1)
