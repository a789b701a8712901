# caught by: test_squared_loss_reshapes_y
# misconception: broadcasts_flat_labels
# Calls y.view() without keeping what it returns, so that y is still flat.
def squared_loss(y_hat, y):
    y.view(y_hat.size())
    return 0.5 * (y_hat - y) ** 2
