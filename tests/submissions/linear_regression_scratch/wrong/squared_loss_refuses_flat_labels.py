# caught by: test_squared_loss_reshapes_y
# misconception: accepts_only_columns
# Believes that labels are always a column and raises an error otherwise.
def squared_loss(y_hat, y):
    assert y.shape == y_hat.shape, "shapes differ"
    return (y_hat - y).pow(2) / 2
