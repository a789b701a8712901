# caught by: test_linreg_computes_the_linear_model
# Leaves the bias out.
def linreg(X, w, b):
    return torch.mm(X, w)
