# caught by: test_loss_squares_the_error
# misconception: takes_the_weight_in_another_place
# The parameters in another order than in the stub.
def loss(x, w, y):
    return (x * w - y) ** 2
