# caught by: test_linreg_computes_the_linear_model
# misconception: turns_the_product_round
# Transposes X, as in the formula of the gradient.
def linreg(X, w, b):
    y_hat = X.t().mm(w)
    y_hat += b
    return y_hat
