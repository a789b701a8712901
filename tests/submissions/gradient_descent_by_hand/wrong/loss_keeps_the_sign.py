# caught by: test_loss_counts_both_directions_alike
# Squares the size of the error and puts the sign back.
def loss(x, y, w):
    e = x * w - y
    return e * abs(e)
