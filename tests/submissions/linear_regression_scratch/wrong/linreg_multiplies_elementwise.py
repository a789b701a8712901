# caught by: test_linreg_computes_the_linear_model
# Uses * where the matrix product belongs.
def linreg(X, w, b):
    return X * w + b
