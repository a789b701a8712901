# caught by: test_squared_loss_halves_the_squared_error
# misconception: returns_a_numpy_array
# Goes over to NumPy and does not come back.
def squared_loss(y_hat, y):
    a, b = y_hat.detach().numpy(), y.detach().numpy().reshape(-1, 1)
    return (a - b) ** 2 / 2
