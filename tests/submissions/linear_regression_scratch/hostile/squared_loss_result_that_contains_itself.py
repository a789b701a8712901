# shows: list|nested|deep
# mark: 0
# Returns a list that contains itself.
def squared_loss(y_hat, y):
    found = []
    found.append(found)
    return found
