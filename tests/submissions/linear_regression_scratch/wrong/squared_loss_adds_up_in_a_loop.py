# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_sum
# Adds up the losses of all rows in a loop.
def squared_loss(y_hat, y):
    total = 0
    for a, b in zip(y_hat, y.view(-1)):
        total += (a - b) ** 2 / 2
    return total
