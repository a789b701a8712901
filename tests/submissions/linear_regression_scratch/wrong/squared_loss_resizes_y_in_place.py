# caught by: test_squared_loss_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Changes the shape of the caller's flat labels with resize_.
def squared_loss(y_hat, y):
    y.resize_(y_hat.size())
    return (y_hat - y) ** 2 / 2
