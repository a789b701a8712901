# caught by: test_loss_squares_the_error
# misconception: leaves_out_the_label
# Squares the prediction without comparing it.
def loss(x, y, w):
    return pow(x * w, 2)
