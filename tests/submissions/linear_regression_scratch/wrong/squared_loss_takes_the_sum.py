# caught by: test_squared_loss_halves_the_squared_error
# misconception: takes_the_sum
# Returns the sum over the batch, as a (1, 1) tensor.
def squared_loss(y_hat, y):
    diff = y_hat - y.view(y_hat.size())
    return torch.mm(diff.t(), diff) / 2
