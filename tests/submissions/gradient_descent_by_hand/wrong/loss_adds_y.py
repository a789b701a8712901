# caught by: test_loss_squares_the_error
# misconception: adds_the_label
# Adds y instead of subtracting it.
def loss(x, y, w):
    return (x * w + y) ** 2
