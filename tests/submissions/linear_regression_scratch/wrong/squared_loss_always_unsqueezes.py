# caught by: test_squared_loss_halves_the_squared_error
# misconception: always_adds_a_dimension
# Adds a dimension even to labels that are a column already.
def squared_loss(y_hat, y):
    return (y_hat - y.unsqueeze(1)) ** 2 / 2
