# caught by: test_squared_loss_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Replaces the data of the caller's flat labels by a column.
def squared_loss(y_hat, y):
    if y.dim() == 1:
        y.data = y.data[:, None]
    return (y_hat - y) ** 2 / 2
