# caught by: test_linreg_computes_the_linear_model
# misconception: reads_the_notebooks_variables
# Predicts for all houses of the notebook, whatever batch it is given.
def linreg(X, w, b):
    return features @ w + b
