# caught by: test_linreg_leaves_its_arguments_alone
# misconception: changes_an_argument_in_place
# Rescales the features of the caller to lie below 1.
def linreg(X, w, b):
    y = torch.mm(X, w) + b
    with torch.no_grad():
        X /= 1 + X.abs().max()
    return y
