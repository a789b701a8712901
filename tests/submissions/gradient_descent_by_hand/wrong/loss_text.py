# caught by: test_loss_squares_the_error
# misconception: returns_text
# Makes a sentence of the loss.
def loss(x, y, w):
    return "loss: " + str((x * w - y) ** 2)
