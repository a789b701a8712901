# caught by: test_squared_loss_halves_the_squared_error
# Sorts predictions and labels first, so that the pairs are lost.
def squared_loss(y_hat, y):
    a = torch.sort(y_hat, dim=0)[0]
    b = torch.sort(y.view(-1, 1), dim=0)[0]
    return (a - b) ** 2 / 2
