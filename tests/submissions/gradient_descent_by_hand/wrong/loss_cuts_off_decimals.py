# caught by: test_loss_squares_the_error
# Two decimals are thought to be enough, and the rest is cut off.
def loss(x, y, w):
    hundredths = int(100 * (x * w - y) ** 2)
    return hundredths / 100
