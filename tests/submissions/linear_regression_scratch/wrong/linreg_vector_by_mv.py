# caught by: test_linreg_returns_a_column
# misconception: returns_a_flat_vector
# Makes a vector of w and so returns a vector.
def linreg(X, w, b):
    return torch.mv(X, w.view(-1)) + b
