# caught by: test_squared_loss_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Overwrites y_hat with the difference.
def squared_loss(y_hat, y):
    y_hat -= y.view(y_hat.size())
    return y_hat ** 2 / 2
