# caught by: test_linreg_computes_the_linear_model
# misconception: takes_the_houses_for_columns
# Takes the formula of one house, where x is a column, for all of them.
def linreg(X, w, b):
    return w.T @ X + b
