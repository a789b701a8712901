# caught by: test_get_loss_passes_gradients_on
# misconception: gives_a_plain_number
# Returns a plain number, which nobody can differentiate.
def get_loss():
    mse = nn.MSELoss()
    return lambda y_hat, y: mse(y_hat, y).item()
