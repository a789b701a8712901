# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_mean
# Leaves it to mse_loss, which averages over the batch and halves nothing.
def squared_loss(y_hat, y):
    return torch.nn.functional.mse_loss(y_hat, y.reshape(y_hat.shape))
