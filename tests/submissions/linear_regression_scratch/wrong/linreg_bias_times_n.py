# caught by: test_linreg_computes_the_linear_model
# misconception: adds_the_bias_several_times
# Scales the bias by the number of examples.
def linreg(X, w, b):
    return X.mm(w) + b * len(X)
