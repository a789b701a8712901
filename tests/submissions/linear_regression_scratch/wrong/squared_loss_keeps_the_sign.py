# caught by: test_squared_loss_halves_the_squared_error
# Gives predictions that are too small a negative loss.
def squared_loss(y_hat, y):
    e = y_hat - y.view(y_hat.size())
    return e * torch.abs(e) / 2
