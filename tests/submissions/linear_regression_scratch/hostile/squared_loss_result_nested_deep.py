# shows: list|nested|deep
# mark: 0
# Returns a list in a list, a hundred thousand times.
def squared_loss(y_hat, y):
    found = []
    for _ in range(100_000):
        found = [found]
    return found
