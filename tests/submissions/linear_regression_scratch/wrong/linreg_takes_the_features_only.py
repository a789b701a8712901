# caught by: test_linreg_computes_the_linear_model
# misconception: takes_too_few_arguments
# Has a parameter for the features only and wants the rest from the notebook.
def linreg(X):
    return X @ w + b
