# shows: nan
# mark: 0
# Returns a tensor of the right shape that has no memory of its own, and a lie in it.
def squared_loss(y_hat, y):
    return torch.full((1, 1), float("nan")).expand(y_hat.shape)
