# caught by: test_squared_loss_halves_the_squared_error
# misconception: rounds_to_whole_numbers
# Uses integer division for the half.
def squared_loss(y_hat, y):
    return (y_hat - y.view(y_hat.size())) ** 2 // 2
