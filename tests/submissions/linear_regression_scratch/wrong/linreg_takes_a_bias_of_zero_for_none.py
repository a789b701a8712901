# caught by: test_linreg_computes_the_linear_model
# A bias of 0 is taken for none at all.
def linreg(X, w, b):
    return X @ w + (b if b.any() else 1)
