# caught by: test_squared_loss_halves_the_squared_error
# misconception: returns_a_flat_vector
# Flattens both arguments and returns (n,) instead of (n, 1).
def squared_loss(y_hat, y):
    return (y_hat.view(-1) - y.view(-1)) ** 2 / 2
