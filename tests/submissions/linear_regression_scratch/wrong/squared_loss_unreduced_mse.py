# caught by: test_squared_loss_halves_the_squared_error
# misconception: forgets_the_half
# Squares with mse_loss, which knows of no half.
def squared_loss(y_hat, y):
    y = y.reshape(y_hat.shape)
    return torch.nn.functional.mse_loss(y_hat, y, reduction="none")
