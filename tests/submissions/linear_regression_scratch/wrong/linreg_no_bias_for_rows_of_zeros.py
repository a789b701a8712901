# caught by: test_linreg_computes_the_linear_model
# A row of zeros gets no bias.
def linreg(X, w, b):
    mask = (X != 0).any(dim=1, keepdim=True)
    return (X @ w + b) * mask
