# caught by: test_linreg_passes_gradients_on
# misconception: returns_a_new_leaf
# Returns a new leaf that requires a gradient but has no way back to the parameters.
def linreg(X, w, b):
    y = (X @ w + b).detach()
    y.requires_grad_(True)
    return y
