# caught by: test_linreg_returns_a_column
# Repeats the bias along dimension 1, so that every example gets n equal predictions.
def linreg(X, w, b):
    return X @ w + b.repeat(1, len(X))
