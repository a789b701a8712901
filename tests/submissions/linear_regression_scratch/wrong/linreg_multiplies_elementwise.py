# caught by: test_linreg_computes_the_linear_model
# misconception: multiplies_entry_by_entry
# Uses * where the matrix product belongs.
def linreg(X, w, b):
    return X * w + b
