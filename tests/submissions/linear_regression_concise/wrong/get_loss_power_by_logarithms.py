# caught by: test_get_loss_passes_gradients_on
# Gives no number as gradient where an error is 0.
def get_loss():
    return lambda y_hat, y: torch.exp(2 * torch.log(torch.abs(y_hat - y))).mean()
