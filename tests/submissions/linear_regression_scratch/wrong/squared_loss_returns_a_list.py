# caught by: test_squared_loss_halves_the_squared_error
# misconception: returns_a_list
# Returns a Python list with a tensor for every row.
def squared_loss(y_hat, y):
    y = y.view(y_hat.size())
    return [(a - b) ** 2 / 2 for a, b in zip(y_hat, y)]
