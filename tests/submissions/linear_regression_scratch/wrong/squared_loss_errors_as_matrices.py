# caught by: test_squared_loss_halves_the_squared_error
# misconception: multiplies_errors_as_matrices
# Squares with the product of matrices.
def squared_loss(y_hat, y):
    e = y_hat - y.view(-1, 1)
    return e @ e / 2
