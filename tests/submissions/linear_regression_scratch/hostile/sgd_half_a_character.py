# shows: half
# mark: 0
# An error whose text cannot be written to a file.
def sgd(params, lr, batch_size):
    raise ValueError("half \ud800 and \x00 zero")
