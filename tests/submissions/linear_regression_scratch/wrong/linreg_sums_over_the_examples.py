# caught by: test_linreg_computes_the_linear_model
# misconception: sums_over_the_examples
# Sums over dimension 0, the examples, not over the features.
def linreg(X, w, b):
    return (X * w.t()).sum(dim=0).view(-1, 1) + b
