# caught by: test_linreg_computes_the_linear_model
# Adds the bias to the features, before the multiplication.
def linreg(X, w, b):
    return (X + b) @ w
