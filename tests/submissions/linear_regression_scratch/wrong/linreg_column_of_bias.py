# caught by: test_linreg_returns_a_column
# misconception: makes_the_bias_as_long_as_the_batch
# Repeats the bias along dimension 1, so that every example gets n equal predictions.
def linreg(X, w, b):
    return X @ w + b.repeat(1, len(X))
