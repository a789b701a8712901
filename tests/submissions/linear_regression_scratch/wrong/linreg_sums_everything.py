# caught by: test_linreg_computes_the_linear_model
# misconception: sums_over_the_examples
# Adds up over the examples too and returns one number.
def linreg(X, w, b):
    return (X * w.t()).sum() + b
