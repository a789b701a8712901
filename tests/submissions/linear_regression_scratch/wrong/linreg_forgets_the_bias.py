# caught by: test_linreg_computes_the_linear_model
# misconception: forgets_the_bias
# Leaves the bias out.
def linreg(X, w, b):
    return torch.mm(X, w)
