# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_absolute_error
# Takes the absolute value instead of the square.
def squared_loss(y_hat, y):
    return torch.abs(y_hat - y.view(y_hat.size())) / 2
