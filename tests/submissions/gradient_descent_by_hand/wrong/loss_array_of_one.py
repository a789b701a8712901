# caught by: test_loss_squares_the_error
# misconception: returns_an_array_of_one
# Squares a list with one error in it.
def loss(x, y, w):
    return np.square([x * w - y])
