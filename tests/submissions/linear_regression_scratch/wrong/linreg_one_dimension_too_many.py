# caught by: test_linreg_returns_a_column
# misconception: adds_a_dimension
# Adds a dimension to what already is a column.
def linreg(X, w, b):
    y = torch.einsum("ij,jk->ik", X, w) + b
    return y.unsqueeze(1)
