# caught by: test_linreg_returns_a_column
# Returns the predictions as one row.
def linreg(X, w, b):
    return w.t() @ X.t() + b
