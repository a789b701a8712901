# shows: shown
# mark: 0
# An error whose text moves the cursor and paints over what stands there.
def sgd(params, lr, batch_size):
    raise ValueError("\x1b[2J\x1b[1;1Hsgd: 4 of 4 points\x07\x9b31m shown")
