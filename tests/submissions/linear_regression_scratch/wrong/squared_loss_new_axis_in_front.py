# caught by: test_squared_loss_halves_the_squared_error
# misconception: always_adds_a_dimension
# Puts a new dimension in front of the labels.
def squared_loss(y_hat, y):
    y = y.unsqueeze(0)
    return torch.pow(y_hat - y, 2) * 0.5
