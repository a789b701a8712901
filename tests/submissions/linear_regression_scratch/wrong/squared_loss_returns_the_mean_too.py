# caught by: test_squared_loss_halves_the_squared_error
# misconception: returns_a_tuple
# Returns a tuple of the losses and their mean.
def squared_loss(y_hat, y):
    l = (y_hat - y.view(y_hat.size())) ** 2 / 2
    return l, l.mean()
