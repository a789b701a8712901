# caught by: test_loss_squares_the_error
# misconception: swaps_the_arguments
# The parameters in another order than in the stub.
def loss(x, w, y):
    return (x * w - y) ** 2
