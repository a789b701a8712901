# caught by: test_linreg_computes_the_linear_model
# misconception: adds_the_bias_before_the_product
# Adds the bias to the features, before the multiplication.
def linreg(X, w, b):
    return (X + b) @ w
