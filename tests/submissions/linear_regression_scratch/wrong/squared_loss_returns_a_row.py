# caught by: test_squared_loss_halves_the_squared_error
# misconception: lays_the_results_in_a_row
# Lays the losses out as a row of shape (1, n).
def squared_loss(y_hat, y):
    return (y_hat.view(1, -1) - y.view(1, -1)) ** 2 / 2
