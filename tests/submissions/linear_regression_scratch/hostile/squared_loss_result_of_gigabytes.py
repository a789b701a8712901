# shows: large|elements|shape
# mark: 0
# Returns a tensor that is far too large.
def squared_loss(y_hat, y):
    return torch.zeros(1).expand(2**40, 1)
