# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Writes the weighted columns into X itself, past autograd.
def linreg(X, w, b):
    y = X @ w + b
    for j in range(X.shape[1]):
        X.data[:, j] = X.data[:, j] * w.data[j]
    return y
