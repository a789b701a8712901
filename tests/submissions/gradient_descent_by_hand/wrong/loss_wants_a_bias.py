# caught by: test_loss_squares_the_error
# misconception: wants_more_arguments
# The loss of a model with a bias.
def loss(x, y, w, b):
    return (x * w + b - y) ** 2
