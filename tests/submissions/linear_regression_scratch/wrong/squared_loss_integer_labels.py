# caught by: test_squared_loss_halves_the_squared_error
# misconception: rounds_to_whole_numbers
# Cuts the labels down to whole numbers.
def squared_loss(y_hat, y):
    y = y.view(y_hat.size()).long()
    return (y_hat - y) ** 2 / 2
