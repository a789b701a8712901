# caught by: test_linreg_passes_gradients_on
# Makes a new tensor of the features, to which no gradient goes back.
def linreg(X, w, b):
    X = X.detach().clone()
    return torch.matmul(X, w) + b
