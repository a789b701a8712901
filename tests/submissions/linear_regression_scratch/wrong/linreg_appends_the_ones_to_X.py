# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Appends a column of ones to the X of the caller.
def linreg(X, w, b):
    y = X @ w + b
    X.data = torch.cat([X.data, torch.ones_like(X.data[:, :1])], dim=1)
    return y
