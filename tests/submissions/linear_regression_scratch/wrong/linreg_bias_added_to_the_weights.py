# caught by: test_linreg_computes_the_linear_model
# misconception: adds_the_bias_before_the_product
# Adds the bias to the weights before the product.
def linreg(X, w, b):
    shifted = w + b
    return X.matmul(shifted)
