# caught by: test_linreg_computes_the_linear_model
# misconception: predicts_the_first_row_only
# Predicts for the first example and repeats that for all.
def linreg(X, w, b):
    y = torch.matmul(X[0], w) + b
    return y.expand(len(X), 1)
