# caught by: test_squared_loss_halves_the_squared_error
# misconception: later_edition
# Writes the loss method of a later edition, with self in front and a mean behind.
def squared_loss(self, y_hat, y):
    l = (y_hat - y) ** 2 / 2
    return l.mean()
