# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Multiplies the caller's features by the weights in place.
def linreg(X, w, b):
    X *= w.view(-1)
    return X.sum(dim=1, keepdim=True) + b
