# caught by: test_linreg_passes_gradients_on
# misconception: takes_the_bias_as_a_number
# Takes the bias out of the graph with item().
def linreg(X, w, b):
    return torch.mm(X, w) + b.item()
