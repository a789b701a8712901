# caught by: test_linreg_computes_the_linear_model
# misconception: returns_a_list
# Returns a list of Python numbers.
def linreg(X, w, b):
    return (X @ w + b).tolist()
