# caught by: test_squared_loss_reshapes_y
# misconception: accepts_only_columns
# Expands y instead of reshaping it, which is impossible for flat labels.
def squared_loss(y_hat, y):
    return (y_hat - y.expand_as(y_hat)) ** 2 / 2
