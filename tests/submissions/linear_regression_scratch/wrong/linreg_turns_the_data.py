# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Makes a vector of the caller's weights through .data.
def linreg(X, w, b):
    w.data = w.data.view(-1)
    return (X @ w).view(-1, 1) + b
