# shows: time was up|not returned|large
# mark: 0
# Returns a number of ten million digits.
def squared_loss(y_hat, y):
    return 10 ** (10**7)
