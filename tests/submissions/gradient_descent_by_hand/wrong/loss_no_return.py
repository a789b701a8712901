# caught by: test_loss_squares_the_error
# misconception: returns_nothing
# Assigns the loss and returns nothing.
def loss(x, y, w):
    l = (x * w - y) ** 2
