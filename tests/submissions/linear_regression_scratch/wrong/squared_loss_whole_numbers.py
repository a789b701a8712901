# caught by: test_squared_loss_halves_the_squared_error
# misconception: makes_whole_numbers
# Turns the losses into integers.
def squared_loss(y_hat, y):
    loss = (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
    return loss.long()
