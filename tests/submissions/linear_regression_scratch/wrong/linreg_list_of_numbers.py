# caught by: test_linreg_computes_the_linear_model
# Returns a list of Python numbers.
def linreg(X, w, b):
    return (X @ w + b).tolist()
