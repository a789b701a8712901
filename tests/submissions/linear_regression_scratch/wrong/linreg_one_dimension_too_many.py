# caught by: test_linreg_returns_a_column
# Adds a dimension to what already is a column.
def linreg(X, w, b):
    y = torch.einsum("ij,jk->ik", X, w) + b
    return y.unsqueeze(1)
