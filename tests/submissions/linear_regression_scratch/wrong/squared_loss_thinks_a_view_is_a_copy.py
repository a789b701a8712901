# caught by: test_squared_loss_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Writes into a view of y, and so into the caller's labels.
def squared_loss(y_hat, y):
    diff = y.view(y_hat.size())
    diff -= y_hat
    return diff ** 2 / 2
