# caught by: test_squared_loss_halves_the_squared_error
# Clamps errors above 50.
def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)).clamp(-50, 50) ** 2 / 2
