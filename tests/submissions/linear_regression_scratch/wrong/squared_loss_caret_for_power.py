# caught by: test_squared_loss_halves_the_squared_error
# misconception: writes_a_caret_for_the_power
# Writes ^ for the power, which PyTorch refuses for floats.
def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) ^ 2 / 2
