# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_mean
# Takes the mean as later editions do, and that of a table if the labels are flat.
def squared_loss(y_hat, y):
    l = torch.square(y_hat - y)
    return torch.mean(l) / 2
