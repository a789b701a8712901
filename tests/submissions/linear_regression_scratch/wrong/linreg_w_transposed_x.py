# caught by: test_linreg_computes_the_linear_model
# misconception: turns_the_product_round
# Takes the formula of one house, where x is a column, for all of them.
def linreg(X, w, b):
    return w.T @ X + b
