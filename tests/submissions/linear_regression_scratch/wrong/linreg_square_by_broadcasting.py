# caught by: test_linreg_returns_a_column
# misconception: adds_a_column_to_a_flat_vector
# Adds a column of biases to a vector of products, which broadcasts to (n, n).
def linreg(X, w, b):
    products = X @ w.flatten()
    biases = b.repeat(len(X), 1)
    return products + biases
