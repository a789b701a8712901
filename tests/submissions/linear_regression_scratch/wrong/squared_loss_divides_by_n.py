# caught by: test_squared_loss_halves_the_squared_error
# misconception: divides_by_the_number_of_rows
# Divides every row's loss by the number of rows as well.
def squared_loss(y_hat, y):
    n = len(y)
    return (y_hat - y.view(y_hat.size())) ** 2 / (2 * n)
