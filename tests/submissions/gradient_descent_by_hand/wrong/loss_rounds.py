# caught by: test_loss_squares_the_error
# misconception: rounds_the_result
# Rounds to two decimals, as in a table.
def loss(x, y, w):
    return round((x * w - y) ** 2, 2)
