# caught by: test_linreg_returns_a_column
# Squeezes X, so that a single example comes back as a vector.
def linreg(X, w, b):
    if X.shape[0] == 1:
        X = X.squeeze(0)
    return torch.matmul(X, w) + b
