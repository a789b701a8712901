# caught by: test_linreg_computes_the_linear_model
# misconception: orders_the_parameters_differently
# Takes its parameters in another order than they are passed.
def linreg(w, X, b):
    return X @ w + b
