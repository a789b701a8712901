# caught by: test_linreg_returns_a_column
# misconception: returns_a_flat_vector
# Squeezes the column to a vector.
def linreg(X, w, b):
    return (torch.mm(X, w) + b).squeeze()
