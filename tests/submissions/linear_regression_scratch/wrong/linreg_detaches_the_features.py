# caught by: test_linreg_passes_gradients_on
# misconception: cuts_an_argument_off
# Makes a new tensor of the features, to which no gradient goes back.
def linreg(X, w, b):
    X = X.detach().clone()
    return torch.matmul(X, w) + b
