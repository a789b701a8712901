# caught by: test_linreg_computes_the_linear_model
# misconception: subtracts_or_multiplies_the_bias
# Subtracts the bias.
def linreg(X, w, b):
    return X @ w - b
