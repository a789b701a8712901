# caught by: test_linreg_returns_a_column
# misconception: adds_a_column_to_a_flat_vector
# Repeats the bias along dimension 1, so that every example gets n equal predictions.
def linreg(X, w, b):
    return X @ w + b.repeat(1, len(X))
