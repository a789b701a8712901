# caught by: test_loss_squares_the_error
# misconception: predicts_with_a_sum
# Its prediction is a sum.
def loss(x, y, w):
    y_hat = x + w
    return (y_hat - y) ** 2
