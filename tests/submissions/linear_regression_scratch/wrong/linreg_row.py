# caught by: test_linreg_returns_a_column
# misconception: lays_the_results_in_a_row
# Returns the predictions as one row.
def linreg(X, w, b):
    return w.t() @ X.t() + b
