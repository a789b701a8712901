# caught by: test_squared_loss_halves_the_squared_error
# misconception: doubles_the_square
# Writes * 2 where / 2 is meant.
def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) ** 2 * 2
