# caught by: test_linreg_passes_gradients_on
# misconception: cuts_an_argument_off
# Makes new parameters of the old, so that the gradients go to the copies.
def linreg(X, w, b):
    w = torch.nn.Parameter(w)
    b = torch.nn.Parameter(b)
    return X @ w + b
