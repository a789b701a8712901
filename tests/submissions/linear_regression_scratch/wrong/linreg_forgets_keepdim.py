# caught by: test_linreg_returns_a_column
# misconception: returns_a_flat_vector
# Sums over the features without keeping the dimension.
def linreg(X, w, b):
    return torch.sum(X * w[:, 0], dim=1) + b
