# caught by: test_linreg_computes_the_linear_model
# Predicts for the first example and repeats that for all.
def linreg(X, w, b):
    y = torch.matmul(X[0], w) + b
    return y.expand(len(X), 1)
